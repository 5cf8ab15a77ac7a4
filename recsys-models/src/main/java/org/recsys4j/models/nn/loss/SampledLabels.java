package org.recsys4j.models.nn.loss;

import org.recsys4j.models.nn.kernel.Block;

/**
 * How the labels of losses with shared samples are laid out. A row for each sequence: the targets
 * of its steps, -1 where there is none; some sampled items; and, where scores are corrected for how
 * likely items are drawn, the logarithm of that probability for each target and each sample.
 *
 * <p>All samples of a batch, or of the part of it that one replica of the network has, are compared
 * with all of its steps.
 *
 * @param samples how many items each sequence brings along, at least 1
 * @param corrected whether labels hold probabilities
 * @param inBatch whether the samples of a sequence are targets of its own, with which its own steps
 *     are not compared
 */
public record SampledLabels(int samples, boolean corrected, boolean inBatch) {
  /**
   * How many numbers a row of the labels has.
   *
   * @param length steps of a sequence
   * @return the width
   */
  public int width(int length) {
    return (length + samples) * (corrected ? 2 : 1);
  }

  /** Steps of a sequence. */
  int length(Block labels) {
    return labels.columns() / (corrected ? 2 : 1) - samples;
  }

  Block targets(Block labels) {
    return labels.columns(0, length(labels));
  }

  Block samples(Block labels) {
    return labels.columns(length(labels), samples);
  }

  /** The corrections of all samples, one row. */
  void correctSamples(Block labels, Block to) {
    int first = 2 * length(labels) + samples;
    for (int row = 0; row < labels.rows(); row++) {
      for (int i = 0; i < samples; i++) {
        to.set(0, row * samples + i, -labels.get(row, first + i));
      }
    }
  }

  /** Corrects the scores of the targets that are terms. */
  void correctTargets(Block labels, Terms terms, Block scores) {
    int length = length(labels);
    int first = length + samples;
    for (int term = 0; term < terms.count(); term++) {
      int row = terms.row(term);
      double correction = labels.get(row / length, first + row % length);
      scores.set(term, 0, scores.get(term, 0) - correction);
    }
  }
}
