package org.recsys4j.models.fit;

/** Where the items come from that are compared with those that were had. */
public enum NegativeSampling {
  /** All alike. */
  UNIFORM,
  /** With probabilities that grow as a power of how often items occur. */
  POPULARITY,
  /** What the other examples of the same batch have had: about as frequent as items occur. */
  IN_BATCH
}
