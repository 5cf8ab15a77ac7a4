package org.recsys4j.models.factor;

import org.recsys4j.models.nn.kernel.Blas;
import org.recsys4j.models.nn.kernel.VectorBlock;
import org.recsys4j.models.sparse.SparseMatrix;

/**
 * Some cells of a sparse row with the vectors of their columns, gathered once and then read by
 * every step of {@link ConjugateGradients}.
 *
 * <p>For one thread; holds {@code 4 d} bytes for each of {@link #CAPACITY} cells.
 */
final class CellBlock implements AutoCloseable {
  /** Most cells: with 64 factors their vectors take 256 KiB and stay in cache. */
  static final int CAPACITY = 1024;

  private final float[] fixed;
  private final int d;
  private final VectorBlock vectors;
  private final float[] products = new float[CAPACITY];
  private final float[] weights = new float[CAPACITY];
  private int count;

  CellBlock(float[] fixed, int d, Blas blas) {
    this.fixed = fixed;
    this.d = d;
    this.vectors = blas.vectors(CAPACITY, d);
  }

  /** Takes the cells {@code from} to {@code to - 1}, at most {@link #CAPACITY}. */
  void load(SparseMatrix cells, int from, int to) {
    int[] columnOf = cells.columnOf();
    count = to - from;
    System.arraycopy(cells.valueOf(), from, weights, 0, count);
    for (int i = 0; i < count; i++) {
      vectors.set(i, fixed, columnOf[from + i] * d);
    }
  }

  /** Sets the products t to the inner products of all vectors with another one. */
  void multiply(float[] other) {
    vectors.multiply(count, other, products);
  }

  /**
   * Turns the products t into {@code 1 + w - w t}, by which the vectors enter the residual.
   *
   * @return the sum of {@code (1 + w) (1 - t)^2 - t^2}
   */
  double towardsOne() {
    double loss = 0;
    for (int i = 0; i < count; i++) {
      float t = products[i];
      float w = weights[i];
      loss += (1 + w) * (1 - t) * (1 - t) - t * t;
      products[i] = 1 + w - w * t;
    }
    return loss;
  }

  /** Turns the products t into {@code w t}. */
  void weigh() {
    for (int i = 0; i < count; i++) {
      products[i] *= weights[i];
    }
  }

  /** The sum of {@code w t^2} over the products t, in four sums so that additions overlap. */
  double weighedSquares() {
    float a = 0;
    float b = 0;
    float c = 0;
    float e = 0;
    int i = 0;
    for (; i + 3 < count; i += 4) {
      a += weights[i] * products[i] * products[i];
      b += weights[i + 1] * products[i + 1] * products[i + 1];
      c += weights[i + 2] * products[i + 2] * products[i + 2];
      e += weights[i + 3] * products[i + 3] * products[i + 3];
    }
    for (; i < count; i++) {
      a += weights[i] * products[i] * products[i];
    }
    return (a + b) + (c + e);
  }

  /** Adds the vectors, each times its product. */
  void addTo(float[] sum) {
    vectors.addTo(count, products, sum);
  }

  @Override
  public void close() {
    vectors.close();
  }
}
