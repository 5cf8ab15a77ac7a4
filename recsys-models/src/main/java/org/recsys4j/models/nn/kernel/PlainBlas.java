package org.recsys4j.models.nn.kernel;

import java.util.Arrays;

/**
 * Products and inverses in plain Java: the fallback, and the reference that the fast provider is
 * tested against. Sums of a product run over ascending k.
 */
final class PlainBlas implements Blas {
  @Override
  public void product(Matrix a, Matrix b, float keep, Matrix out) {
    Shapes.check(a, b, out);
    float[] left = new float[a.columns()];
    float[] right = packed(b);
    int n = out.columns();
    float[] target = out.values();
    for (int i = 0; i < out.rows(); i++) {
      copyRow(a, i, left);
      int start = out.offset() + i * out.stride();
      scale(target, start, n, keep);
      for (int p = 0; p < left.length; p++) {
        float factor = left[p];
        int from = p * n;
        for (int j = 0; j < n; j++) {
          target[start + j] += factor * right[from + j];
        }
      }
    }
  }

  /** With a factor of 0 even NaN is overwritten. */
  private static void scale(float[] target, int start, int n, float factor) {
    if (factor == 0) {
      Arrays.fill(target, start, start + n, 0f);
    } else if (factor != 1) {
      for (int j = start; j < start + n; j++) {
        target[j] *= factor;
      }
    }
  }

  /** The cells row after row, so that the inner loop of the product runs over neighbours. */
  private static float[] packed(Matrix b) {
    float[] cells = new float[Math.multiplyExact(b.rows(), b.columns())];
    float[] row = new float[b.columns()];
    for (int p = 0; p < b.rows(); p++) {
      copyRow(b, p, row);
      System.arraycopy(row, 0, cells, p * row.length, row.length);
    }
    return cells;
  }

  private static void copyRow(Matrix matrix, int row, float[] to) {
    if (!matrix.transposed()) {
      int start = matrix.offset() + row * matrix.stride();
      System.arraycopy(matrix.values(), start, to, 0, to.length);
      return;
    }
    int at = matrix.offset() + row;
    for (int column = 0; column < to.length; column++) {
      to[column] = matrix.values()[at];
      at += matrix.stride();
    }
  }

  @Override
  public SymmetricMatrix symmetric(int n) {
    return new HeapSymmetricMatrix(n);
  }

  @Override
  public VectorBlock vectors(int capacity, int length) {
    return new HeapVectorBlock(capacity, length);
  }

  @Override
  public String name() {
    return "plain Java";
  }
}
