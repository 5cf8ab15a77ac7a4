package org.recsys4j.models.nn.kernel;

/** Softmax and what follows from it. */
public interface Softmax {
  /**
   * Cross-entropy of the softmax of each row with the columns that were wanted there: the sum of
   * {@code log(sum of exp(x)) - x[target]} over its targets. Logits become the gradient of the sum
   * over all rows: {@code targets * softmax - 1[target]}.
   *
   * @param logits n x m, changed in place
   * @param targets the wanted columns, {@code width} a row; negative ones stand for none
   * @param width most targets a row
   * @param first the row of {@code targets} that belongs to the first row
   * @return the sum of all losses
   */
  double crossEntropy(Block logits, int[] targets, int width, int first);
}
