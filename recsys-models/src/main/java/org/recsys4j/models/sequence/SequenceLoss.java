package org.recsys4j.models.sequence;

/** What a network of sequences is trained to make small. */
public enum SequenceLoss {
  /** Cross-entropy of a softmax over all items. */
  SOFTMAX,
  /** Cross-entropy of a softmax over the next item and sampled ones. */
  SAMPLED_SOFTMAX,
  /** BPR-max over sampled items (Hidasi and Karatzoglou 2018). */
  BPR_MAX,
  /** TOP1-max over sampled items (Hidasi and Karatzoglou 2018). */
  TOP1_MAX,
  /** Binary cross-entropy of the next item and one that the user has never had. */
  BINARY
}
