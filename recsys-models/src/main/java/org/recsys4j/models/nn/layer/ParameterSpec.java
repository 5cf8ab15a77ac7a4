package org.recsys4j.models.nn.layer;

import java.util.SplittableRandom;

/**
 * A matrix of parameters.
 *
 * @param name unique in its layer
 * @param rows how many rows, at least 1
 * @param columns how many columns, at least 1
 * @param initial how it begins
 */
public record ParameterSpec(String name, int rows, int columns, Initial initial) {
  /** How parameters begin. */
  public enum Initial {
    /** All 0. */
    ZERO,
    /** All 1. */
    ONE,
    /** Uniform within {@code sqrt(6 / (rows + columns))} of 0 (Glorot and Bengio 2010). */
    GLOROT,
    /** Uniform within {@code 1 / sqrt(columns)} of 0, as is usual for recurrent cells. */
    RECURRENT
  }

  /**
   * How many numbers.
   *
   * @return rows times columns
   */
  public int size() {
    return Math.multiplyExact(rows, columns);
  }

  /**
   * Draws the values to begin with.
   *
   * @param random where randomness comes from
   * @return rows times columns numbers, row after row
   */
  float[] draw(SplittableRandom random) {
    float[] values = new float[size()];
    double limit =
        switch (initial) {
          case ZERO, ONE -> 0;
          case GLOROT -> Math.sqrt(6.0 / (rows + columns));
          case RECURRENT -> 1 / Math.sqrt(columns);
        };
    for (int i = 0; i < values.length; i++) {
      values[i] =
          limit == 0 ? (initial == Initial.ONE ? 1 : 0) : (float) random.nextDouble(-limit, limit);
    }
    return values;
  }
}
