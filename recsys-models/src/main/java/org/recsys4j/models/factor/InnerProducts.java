package org.recsys4j.models.factor;

import org.recsys4j.api.ScoreBlock;
import org.recsys4j.models.nn.kernel.BlasProviders;
import org.recsys4j.models.nn.kernel.Matrix;

/** Scores of a block of users by one dense product with the vectors of all items. */
public final class InnerProducts {
  private final int factors;
  private final float[] items;
  private final float[] biases;

  /**
   * Vectors of items.
   *
   * @param factors length of a vector
   * @param items one vector after the other
   * @param biases added to every score of an item; empty where there are none
   */
  public InnerProducts(int factors, float[] items, float[] biases) {
    this.factors = factors;
    this.items = items;
    this.biases = biases;
  }

  /**
   * How many items there are.
   *
   * @return zero or more
   */
  public int items() {
    return items.length / factors;
  }

  /**
   * Scores users.
   *
   * @param users one vector after the other
   * @param rows how many users
   * @param out where the scores go, from row 0 on
   */
  public void score(float[] users, int rows, ScoreBlock out) {
    int n = items();
    for (int row = 0; row < rows && biases.length > 0; row++) {
      System.arraycopy(biases, 0, out.scores(), out.offset(row), n);
    }
    BlasProviders.blas()
        .product(
            Matrix.of(users, rows, factors),
            Matrix.of(items, n, factors).transpose(),
            biases.length > 0 ? 1 : 0,
            Matrix.of(out.scores(), rows, n));
  }
}
