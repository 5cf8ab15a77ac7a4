package org.recsys4j.eval.tuning;

import com.typesafe.config.ConfigObject;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;

/**
 * All that is searched for one model: a tree of options, in which some count only where others have
 * certain values. A dimension comes after those that its conditions ask for. Immutable.
 */
public final class SearchSpace {
  private final List<Dimension> dimensions;

  /**
   * A space.
   *
   * @param dimensions the options; conditions ask for earlier ones alone
   * @throws IllegalArgumentException if a condition asks for a later one
   */
  public SearchSpace(List<Dimension> dimensions) {
    this.dimensions = List.copyOf(dimensions);
    for (int d = 0; d < this.dimensions.size(); d++) {
      int place = d;
      if (this.dimensions.get(d).conditions().stream().anyMatch(it -> it.dimension() >= place)) {
        throw new IllegalArgumentException(
            this.dimensions.get(d).key() + " comes before an option that its condition asks for");
      }
    }
  }

  /**
   * What is searched.
   *
   * @return the options, in the order in which they are chosen
   */
  public List<Dimension> dimensions() {
    return dimensions;
  }

  /**
   * How many options are searched.
   *
   * @return zero or more
   */
  public int size() {
    return dimensions.size();
  }

  /**
   * Whether an option counts.
   *
   * @param dimension index of the option
   * @param point has the coordinates of all options before it
   * @return whether all its conditions hold
   */
  public boolean active(int dimension, Point point) {
    return active(dimension, point::get);
  }

  private boolean active(int dimension, IntToDoubleFunction coordinates) {
    for (Dimension.Condition condition : dimensions.get(dimension).conditions()) {
      double other = coordinates.applyAsDouble(condition.dimension());
      boolean holds =
          Double.isNaN(other)
              ? condition.byDefault()
              : condition
                  .values()
                  .contains(Values.text(domain(condition.dimension()).value(other)));
      if (!holds) {
        return false;
      }
    }
    return true;
  }

  private Domain domain(int dimension) {
    return dimensions.get(dimension).domain();
  }

  /**
   * Makes a point, option by option.
   *
   * @param choose gives the coordinate of an option that counts
   * @return a point without coordinates for the others
   */
  public Point fill(IntToDoubleFunction choose) {
    double[] coordinates = new double[dimensions.size()];
    Arrays.fill(coordinates, Double.NaN);
    for (int d = 0; d < coordinates.length; d++) {
      if (active(d, other -> coordinates[other])) {
        coordinates[d] = choose.applyAsDouble(d);
      }
    }
    return new Point(coordinates);
  }

  /**
   * Draws a point, each option on its own.
   *
   * @param random where randomness comes from
   * @return a point
   */
  public Point draw(SplittableRandom random) {
    return fill(d -> domain(d).draw(random));
  }

  /**
   * Writes a point into options.
   *
   * @param options what is given for the options that are not searched
   * @param point a point
   * @return options with the values of all that count
   */
  public ConfigObject apply(ConfigObject options, Point point) {
    ConfigObject result = options;
    for (int d = 0; d < dimensions.size(); d++) {
      if (point.has(d)) {
        result = Values.with(result, dimensions.get(d).path(), domain(d).value(point.get(d)));
      }
    }
    return result;
  }
}
