package org.recsys4j.models.nn.kernel;

/**
 * Losses that compare the score of a wanted item, {@code p}, with those of sampled items, {@code
 * n_j}, row by row. Scores become the gradients of the sum. A score of {@link #MASKED} stands for
 * an item that is not to be compared with; its gradient is of no meaning.
 */
public interface SampledLosses {
  /** So low that a softmax does not see it, and its square is a number. */
  double MASKED = -1e4;

  /**
   * Cross-entropy of a softmax over the wanted item and the sampled ones.
   *
   * @param positives n x 1, p of each row
   * @param negatives n x m, n_j of each row, its rows adjoining
   * @return the sum of all losses
   */
  double softmax(Block positives, Block negatives);

  /**
   * BPR-max (Hidasi and Karatzoglou 2018): {@code -log(sum of s_j sigmoid(p - n_j)) +
   * regularisation (sum of s_j n_j^2)}, where s is the softmax of the sampled scores.
   *
   * @param positives n x 1, p of each row
   * @param negatives n x m, n_j of each row, its rows adjoining
   * @param regularisation weight of the squared scores
   * @return the sum of all losses
   */
  double bprMax(Block positives, Block negatives, double regularisation);

  /**
   * TOP1-max (Hidasi and Karatzoglou 2018): the sum of {@code s_j (sigmoid(n_j - p) +
   * sigmoid(n_j^2))}, where s is the softmax of the sampled scores.
   *
   * @param positives n x 1, p of each row
   * @param negatives n x m, n_j of each row, its rows adjoining
   * @return the sum of all losses
   */
  double top1Max(Block positives, Block negatives);
}
