package org.recsys4j.eval.tuning;

import com.typesafe.config.ConfigValue;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/**
 * The values that an option may take in a search. Searchers speak of a value by its coordinate: a
 * number itself, or the index of a choice.
 */
public sealed interface Domain permits Choice, Interval {
  /**
   * Draws a value.
   *
   * @param random where randomness comes from
   * @return a coordinate
   */
  double draw(SplittableRandom random);

  /**
   * The values that a grid has.
   *
   * @param steps how many of an interval
   * @return coordinates in ascending order, at least one
   */
  double[] grid(int steps);

  /**
   * The value at a coordinate, as an experiment file would say it.
   *
   * @param coordinate what {@link #draw} or {@link #grid} gave
   * @return the value
   */
  ConfigValue value(double coordinate);

  /**
   * Where a value is.
   *
   * @param value any value of the option
   * @return its coordinate, empty if the domain does not hold it
   */
  OptionalDouble coordinate(ConfigValue value);
}
