package org.recsys4j.models.nn.kernel;

import java.util.Arrays;
import java.util.Objects;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.openblas.global.openblas;
import org.bytedeco.openblas.global.openblas_nolapack;

/** A symmetric matrix in native memory, inverted by LAPACK's {@code dpotrf} and {@code dpotri}. */
final class LapackSymmetricMatrix implements SymmetricMatrix {
  private final int n;
  private final DoublePointer cells;

  LapackSymmetricMatrix(int n) {
    this.n = n;
    this.cells = new DoublePointer((long) n * n);
    cells.zero();
  }

  @Override
  public int size() {
    return n;
  }

  @Override
  public void setRow(int index, double[] row) {
    view(index).put(row, 0, n);
  }

  @Override
  public void getRow(int index, double[] row) {
    view(index).get(row, 0, n);
  }

  @Override
  public double[] diagonal() {
    double[] diagonal = new double[n];
    Arrays.setAll(diagonal, i -> cells.get((long) i * n + i));
    return diagonal;
  }

  private DoublePointer view(int row) {
    return cells.getPointer((long) Objects.checkIndex(row, n) * n);
  }

  /** Column-major 'L' is row-major 'U': LAPACK fills each row from the diagonal on. */
  @Override
  public void invert() {
    openblas_nolapack.blas_set_num_threads(1);
    check(openblas.LAPACKE_dpotrf(openblas.LAPACK_COL_MAJOR, (byte) 'L', n, cells, n));
    check(openblas.LAPACKE_dpotri(openblas.LAPACK_COL_MAJOR, (byte) 'L', n, cells, n));
    mirror();
  }

  private static void check(int info) {
    if (info != 0) {
      throw new ArithmeticException("the matrix is not positive definite (row " + info + ")");
    }
  }

  /** Copies the upper triangle into the lower one, in tiles that stay in cache. */
  private void mirror() {
    int tile = 64;
    double[][] above = new double[tile][tile];
    double[] below = new double[tile];
    for (int top = 0; top < n; top += tile) {
      int height = Math.min(tile, n - top);
      for (int left = top; left < n; left += tile) {
        int width = Math.min(tile, n - left);
        for (int i = 0; i < height; i++) {
          cells.getPointer((long) (top + i) * n + left).get(above[i], 0, width);
        }
        for (int j = 0; j < width; j++) {
          int count = Math.min(height, left + j - top);
          for (int i = 0; i < count; i++) {
            below[i] = above[i][j];
          }
          cells.getPointer((long) (left + j) * n + top).put(below, 0, count);
        }
      }
    }
  }

  @Override
  public void close() {
    cells.close();
  }
}
