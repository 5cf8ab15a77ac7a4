package org.recsys4j.models.factor;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Loops over vectors that are arrays of their own, one row of a matrix each.
 *
 * <p>Why not one array for a whole matrix: the JDK's compiler turns a loop over several arrays into
 * vector instructions where all are read at the same index, and not where each has an offset, since
 * they might overlap. The difference is a factor of three.
 */
final class Rows {
  private Rows() {}

  /** Rows of independent normal numbers. */
  static float[][] normal(int rows, int columns, double deviation, SplittableRandom random) {
    float[][] result = new float[rows][columns];
    for (float[] row : result) {
      for (int k = 0; k < columns; k++) {
        row[k] = (float) (deviation * random.nextGaussian());
      }
    }
    return result;
  }

  /** All rows one after the other in one array. */
  static float[] flatten(float[][] rows, int columns) {
    float[] flat = new float[Math.multiplyExact(rows.length, columns)];
    for (int row = 0; row < rows.length; row++) {
      System.arraycopy(rows[row], 0, flat, row * columns, columns);
    }
    return flat;
  }

  /** The inner product, in eight sums so that additions overlap. */
  static float dot(float[] a, float[] b) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    float s4 = 0;
    float s5 = 0;
    float s6 = 0;
    float s7 = 0;
    int k = 0;
    for (; k < a.length - 7; k += 8) {
      s0 += a[k] * b[k];
      s1 += a[k + 1] * b[k + 1];
      s2 += a[k + 2] * b[k + 2];
      s3 += a[k + 3] * b[k + 3];
      s4 += a[k + 4] * b[k + 4];
      s5 += a[k + 5] * b[k + 5];
      s6 += a[k + 6] * b[k + 6];
      s7 += a[k + 7] * b[k + 7];
    }
    for (; k < a.length; k++) {
      s0 += a[k] * b[k];
    }
    return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
  }

  /** The sum of a row, in eight sums so that additions overlap. */
  static float sum(float[] a) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    float s4 = 0;
    float s5 = 0;
    float s6 = 0;
    float s7 = 0;
    int k = 0;
    for (; k < a.length - 7; k += 8) {
      s0 += a[k];
      s1 += a[k + 1];
      s2 += a[k + 2];
      s3 += a[k + 3];
      s4 += a[k + 4];
      s5 += a[k + 5];
      s6 += a[k + 6];
      s7 += a[k + 7];
    }
    for (; k < a.length; k++) {
      s0 += a[k];
    }
    return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
  }

  /** Adds {@code factor * b} to {@code a}. */
  static void add(float[] a, float factor, float[] b) {
    for (int k = 0; k < a.length; k++) {
      a[k] += factor * b[k];
    }
  }

  /** Makes {@code a} to {@code factor * a + b}. */
  static void scaleAndAdd(float[] a, float factor, float[] b) {
    for (int k = 0; k < a.length; k++) {
      a[k] = factor * a[k] + b[k];
    }
  }

  static void clear(float[] a) {
    Arrays.fill(a, 0);
  }
}
