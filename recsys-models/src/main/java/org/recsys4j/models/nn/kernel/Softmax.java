package org.recsys4j.models.nn.kernel;

/** Softmax and what follows from it. */
public interface Softmax {
  /**
   * Cross-entropy of the softmax of each row with one wanted column: {@code log(sum of exp(x)) -
   * x[target]}. Logits become the gradient of the sum: {@code softmax - 1[target]}.
   *
   * @param logits n x m, changed in place
   * @param targets the wanted column of each row from {@code first} on; rows with a negative one
   *     have no loss, and a gradient of 0
   * @param first index of the first row's target
   * @return the sum of all losses
   */
  double crossEntropy(Block logits, int[] targets, int first);
}
