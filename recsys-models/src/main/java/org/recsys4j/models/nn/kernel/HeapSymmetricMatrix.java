package org.recsys4j.models.nn.kernel;

import java.util.Arrays;

/** A symmetric matrix on the Java heap, inverted by textbook loops. */
final class HeapSymmetricMatrix implements SymmetricMatrix {
  private final double[][] rows;

  HeapSymmetricMatrix(int n) {
    rows = new double[n][n];
  }

  @Override
  public int size() {
    return rows.length;
  }

  @Override
  public void setRow(int index, double[] row) {
    System.arraycopy(row, 0, rows[index], 0, rows.length);
  }

  @Override
  public void getRow(int index, double[] row) {
    System.arraycopy(rows[index], 0, row, 0, rows.length);
  }

  @Override
  public double[] diagonal() {
    double[] diagonal = new double[rows.length];
    Arrays.setAll(diagonal, i -> rows[i][i]);
    return diagonal;
  }

  /** A = L L', then L is inverted in place, then the inverse of A is inv(L)' inv(L). */
  @Override
  public void invert() {
    factorise();
    invertFactor();
    int n = rows.length;
    double[][] inverse = new double[n][n];
    for (int k = 0; k < n; k++) {
      double[] factor = rows[k];
      for (int i = 0; i <= k; i++) {
        for (int j = 0; j <= i; j++) {
          inverse[i][j] += factor[i] * factor[j];
        }
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        inverse[j][i] = inverse[i][j];
      }
      rows[i] = inverse[i];
    }
  }

  private void factorise() {
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = rows[i][j];
        for (int k = 0; k < j; k++) {
          sum -= rows[i][k] * rows[j][k];
        }
        if (i > j) {
          rows[i][j] = sum / rows[j][j];
        } else if (sum > 0) {
          rows[i][i] = Math.sqrt(sum);
        } else {
          throw new ArithmeticException("the matrix is not positive definite (row " + i + ")");
        }
      }
      Arrays.fill(rows[i], i + 1, rows.length, 0);
    }
  }

  private void invertFactor() {
    for (int i = 0; i < rows.length; i++) {
      double[] row = rows[i];
      double pivot = 1 / row[i];
      double[] result = new double[rows.length];
      for (int k = 0; k < i; k++) {
        double factor = row[k];
        for (int j = 0; j <= k; j++) {
          result[j] -= factor * rows[k][j];
        }
      }
      for (int j = 0; j < i; j++) {
        row[j] = result[j] * pivot;
      }
      row[i] = pivot;
    }
  }

  @Override
  public void close() {}
}
