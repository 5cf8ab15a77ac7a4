package org.recsys4j.models.factor;

import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.models.nn.kernel.Blas;
import org.recsys4j.models.nn.kernel.Matrix;

/** Inner products of the columns of a tall matrix, {@code F'F}. */
final class Gram {
  /** Rows multiplied at a time: a constant, because sums are cut here. */
  private static final int BLOCK = 4096;

  private Gram() {}

  /**
   * Multiplies.
   *
   * @param values F, row after row
   * @param d how many columns
   * @return d x d, row-major
   */
  static float[] of(float[] values, int d, Blas blas, Workers workers) {
    int rows = values.length / d;
    int blocks = (rows + BLOCK - 1) / BLOCK;
    float[][] parts = new float[blocks][d * d];
    workers.run(
        blocks,
        block -> {
          int from = block * BLOCK;
          int count = Math.min(BLOCK, rows - from);
          Matrix matrix = Matrix.of(values, from * d, count, d, d);
          blas.multiply(matrix.transpose(), matrix, Matrix.of(parts[block], d, d));
        });
    float[] result = new float[d * d];
    for (int cell = 0; cell < result.length; cell++) {
      double sum = 0;
      for (float[] part : parts) {
        sum += part[cell];
      }
      result[cell] = (float) sum;
    }
    return result;
  }

  /** A Gram matrix with the regularisation added to its diagonal. */
  static float[] regularised(float[] gram, int d, double regularisation) {
    float[] result = gram.clone();
    for (int k = 0; k < d; k++) {
      result[k * d + k] += (float) regularisation;
    }
    return result;
  }
}
