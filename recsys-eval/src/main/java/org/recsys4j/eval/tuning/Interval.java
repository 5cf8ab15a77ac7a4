package org.recsys4j.eval.tuning;

import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.recsys4j.api.config.Check;

/**
 * The numbers between two bounds, which belong to it. The coordinate is the number.
 *
 * <p>Searchers see it on a scale on which a draw is uniform: of the numbers themselves, or of their
 * natural logarithms. A whole number takes the place from half a unit below to half a unit above
 * it. Other numbers are rounded to four significant digits, so that what a table prints is what was
 * used.
 *
 * @param low the lower bound
 * @param high the upper bound, above the lower one
 * @param logarithmic whether the scale is that of logarithms; the lower bound is above 0 then
 * @param whole whether only whole numbers count
 */
public record Interval(double low, double high, boolean logarithmic, boolean whole)
    implements Domain {
  private static final MathContext DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);

  /** Checks the bounds. */
  public Interval {
    Check.argument(low < high, "low", low, "< " + high);
    Check.argument(!logarithmic || low > 0, "low", low, "> 0");
  }

  @Override
  public double draw(SplittableRandom random) {
    return at(scaleLow() + random.nextDouble() * (scaleHigh() - scaleLow()));
  }

  /** Where the scale begins. */
  double scaleLow() {
    return scale(whole ? low - 0.5 : low);
  }

  /** Where the scale ends. */
  double scaleHigh() {
    return scale(whole ? high + 0.5 : high);
  }

  /** The place of a number on the scale. */
  double scale(double number) {
    return logarithmic ? StrictMath.log(number) : number;
  }

  /** The number at a place of the scale. */
  double at(double place) {
    double number = logarithmic ? StrictMath.exp(place) : place;
    double rounded = whole ? StrictMath.rint(number) : round(number);
    return Math.max(low, Math.min(high, rounded));
  }

  private static double round(double number) {
    return new BigDecimal(number).round(DIGITS).doubleValue();
  }

  @Override
  public double[] grid(int steps) {
    if (whole && high - low < steps) {
      return DoubleStream.iterate(low, it -> it <= high, it -> it + 1).toArray();
    }
    if (steps == 1) {
      return new double[] {at((scale(low) + scale(high)) / 2)};
    }
    return IntStream.range(0, steps)
        .mapToDouble(i -> at(scale(low) + (scale(high) - scale(low)) * i / (steps - 1)))
        .distinct()
        .toArray();
  }

  @Override
  public ConfigValue value(double coordinate) {
    return whole
        ? ConfigValueFactory.fromAnyRef((long) coordinate)
        : ConfigValueFactory.fromAnyRef(coordinate);
  }

  @Override
  public OptionalDouble coordinate(ConfigValue value) {
    try {
      double number = new BigDecimal(Values.text(value)).doubleValue();
      boolean inside = number >= low && number <= high;
      return inside ? OptionalDouble.of(number) : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }
}
