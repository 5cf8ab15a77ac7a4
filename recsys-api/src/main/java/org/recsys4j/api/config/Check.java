package org.recsys4j.api.config;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Checks of arguments. Each throws an {@link IllegalArgumentException} that holds name, value and
 * legal range, such as {@code factors: 0 is not in 1 to 10000}, and otherwise returns the value.
 *
 * <p>For records of options see {@link #components}. All methods are cheap, but not meant for the
 * innermost loops.
 */
public final class Check {
  private Check() {}

  /**
   * Checks all components of an options record against their {@link Range}s, in its compact
   * constructor. Other rules, such as one component's being below another, follow as {@link
   * #argument} calls; begin their message with the component's name, so that the reader of a file
   * can point to its line.
   *
   * @param type the record
   * @param values the values of all components in the order of declaration
   * @throws NullPointerException naming the component that is null
   * @throws IllegalArgumentException naming the first component out of range, its value and its
   *     range
   * @throws IllegalStateException if there are more or fewer values than components
   */
  public static void components(Class<? extends Record> type, Object... values) {
    RecordComponent[] components = type.getRecordComponents();
    if (components.length != values.length) {
      throw new IllegalStateException(
          type.getName() + " has " + components.length + " components, not " + values.length);
    }
    for (int i = 0; i < values.length; i++) {
      String name = components[i].getName();
      Objects.requireNonNull(values[i], name);
      Range range = components[i].getAnnotation(Range.class);
      if (range != null) {
        everyNumber(name, values[i], range);
      }
    }
  }

  private static void everyNumber(String name, Object value, Range range) {
    if (value instanceof Number number) {
      argument(Ranges.contains(range, number.doubleValue()), name, number, Ranges.refusal(range));
    } else if (value instanceof Collection<?> collection) {
      collection.forEach(element -> everyNumber(name, element, range));
    } else if (value instanceof Map<?, ?> map) {
      map.values().forEach(element -> everyNumber(name, element, range));
    } else if (value instanceof Optional<?> optional) {
      optional.ifPresent(element -> everyNumber(name, element, range));
    } else {
      throw new IllegalStateException(name + " has a range, but is no number");
    }
  }

  /**
   * Checks any condition.
   *
   * @param legal whether the value is legal
   * @param name the argument's name
   * @param value the argument's value
   * @param rule what is legal, the end of the sentence "3 is not ..."
   * @throws IllegalArgumentException {@code name: value is not rule}, if not legal
   */
  public static void argument(boolean legal, String name, Object value, String rule) {
    if (!legal) {
      throw new IllegalArgumentException(name + ": " + value + " is not " + rule);
    }
  }

  /**
   * Checks for a number above zero.
   *
   * @param name the argument's name
   * @param value the argument's value
   * @return the value
   */
  public static int positive(String name, int value) {
    argument(value > 0, name, value, "> 0");
    return value;
  }

  /**
   * Checks for a number above zero.
   *
   * @param name the argument's name
   * @param value the argument's value
   * @return the value
   */
  public static long positive(String name, long value) {
    argument(value > 0, name, value, "> 0");
    return value;
  }

  /**
   * Checks for a finite number above zero.
   *
   * @param name the argument's name
   * @param value the argument's value
   * @return the value
   */
  public static double positive(String name, double value) {
    argument(value > 0 && Double.isFinite(value), name, value, "> 0 and finite");
    return value;
  }

  /**
   * Checks for zero or more.
   *
   * @param name the argument's name
   * @param value the argument's value
   * @return the value
   */
  public static int notNegative(String name, int value) {
    argument(value >= 0, name, value, ">= 0");
    return value;
  }

  /**
   * Checks for zero or more.
   *
   * @param name the argument's name
   * @param value the argument's value
   * @return the value
   */
  public static long notNegative(String name, long value) {
    argument(value >= 0, name, value, ">= 0");
    return value;
  }

  /**
   * Checks for a finite number of zero or more.
   *
   * @param name the argument's name
   * @param value the argument's value
   * @return the value
   */
  public static double notNegative(String name, double value) {
    argument(value >= 0 && Double.isFinite(value), name, value, ">= 0 and finite");
    return value;
  }

  /**
   * Checks both bounds, which are legal themselves.
   *
   * @param name the argument's name
   * @param value the argument's value
   * @param min the smallest legal value
   * @param max the largest legal value
   * @return the value
   */
  public static int inRange(String name, int value, int min, int max) {
    argument(value >= min && value <= max, name, value, "in " + min + " to " + max);
    return value;
  }

  /**
   * Checks both bounds, which are legal themselves.
   *
   * @param name the argument's name
   * @param value the argument's value
   * @param min the smallest legal value
   * @param max the largest legal value
   * @return the value
   */
  public static long inRange(String name, long value, long min, long max) {
    argument(value >= min && value <= max, name, value, "in " + min + " to " + max);
    return value;
  }

  /**
   * Checks both bounds, which are legal themselves; NaN is not.
   *
   * @param name the argument's name
   * @param value the argument's value
   * @param min the smallest legal value
   * @param max the largest legal value
   * @return the value
   */
  public static double inRange(String name, double value, double min, double max) {
    argument(value >= min && value <= max, name, value, "in " + min + " to " + max);
    return value;
  }

  /**
   * Checks for any number but NaN; infinities are legal.
   *
   * @param name the argument's name
   * @param value the argument's value
   * @return the value
   */
  public static double notNaN(String name, double value) {
    argument(!Double.isNaN(value), name, value, "a number");
    return value;
  }

  /**
   * Checks for a number that is neither NaN nor infinite.
   *
   * @param name the argument's name
   * @param value the argument's value
   * @return the value
   */
  public static double finite(String name, double value) {
    argument(Double.isFinite(value), name, value, "a finite number");
    return value;
  }

  /**
   * Checks for a text with more in it than white space.
   *
   * @param name the argument's name
   * @param value the argument's value
   * @return the value
   */
  public static String notBlank(String name, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(name + ": must not be blank");
    }
    return value;
  }

  /**
   * Checks for a collection with at least one element.
   *
   * @param name the argument's name
   * @param value the argument's value
   * @param <C> the kind of collection
   * @return the value
   */
  public static <C extends Collection<?>> C notEmpty(String name, C value) {
    if (value.isEmpty()) {
      throw new IllegalArgumentException(name + ": must not be empty");
    }
    return value;
  }
}
