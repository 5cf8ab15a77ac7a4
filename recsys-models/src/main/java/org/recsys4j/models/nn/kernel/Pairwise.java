package org.recsys4j.models.nn.kernel;

/** Losses of pairs of scores. */
public interface Pairwise {
  /**
   * Bayesian personalised ranking: {@code -log sigmoid(u * i - u * j)} for three rows u, i and j.
   *
   * @param triples 3 n x d, the three rows of each example one after the other
   * @param wanted for each example; those with a negative number have no loss, and a gradient of 0
   * @param gradients 3 n x d, overwritten with those of the sum of all losses
   * @return the sum of all losses
   */
  double bpr(Block triples, int[] wanted, Block gradients);
}
