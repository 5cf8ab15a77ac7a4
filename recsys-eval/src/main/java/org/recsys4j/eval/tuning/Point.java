package org.recsys4j.eval.tuning;

import java.util.Arrays;

/**
 * A place in a {@link SearchSpace}: a coordinate for each dimension, none where the option does not
 * count, because its condition fails, or has a value outside of its domain. Immutable.
 */
public final class Point {
  private final double[] coordinates;

  /**
   * A point.
   *
   * @param coordinates one a dimension, NaN for none; copied
   */
  public Point(double... coordinates) {
    this.coordinates = coordinates.clone();
  }

  /**
   * Whether there is a coordinate.
   *
   * @param dimension index of the dimension
   * @return false where the option does not count
   */
  public boolean has(int dimension) {
    return !Double.isNaN(coordinates[dimension]);
  }

  /**
   * A coordinate.
   *
   * @param dimension index of the dimension
   * @return NaN for none
   */
  public double get(int dimension) {
    return coordinates[dimension];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Point point && Arrays.equals(coordinates, point.coordinates);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(coordinates);
  }

  @Override
  public String toString() {
    return Arrays.toString(coordinates);
  }
}
