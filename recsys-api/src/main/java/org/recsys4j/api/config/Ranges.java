package org.recsys4j.api.config;

import java.lang.reflect.AnnotatedElement;
import java.math.BigDecimal;
import java.util.Optional;

/** What a {@link Range} contains, and how it reads. */
public final class Ranges {
  private Ranges() {}

  /**
   * The range that a record component declares.
   *
   * @param component a record component
   * @return its range, empty if it declares none
   */
  public static Optional<Range> of(AnnotatedElement component) {
    return Optional.ofNullable(component.getAnnotation(Range.class));
  }

  /**
   * Whether a value is legal.
   *
   * @param range the legal range
   * @param value any value
   * @return false for NaN, for infinities and for values outside the range
   */
  public static boolean contains(Range range, double value) {
    return Double.isFinite(value)
        && (range.minExclusive() ? value > range.min() : value >= range.min())
        && (range.maxExclusive() ? value < range.max() : value <= range.max());
  }

  /**
   * The range in words: {@code 1 to 10000}, {@code > 0}, {@code 0 (inclusive) to 1 (exclusive)}.
   *
   * @param range a range
   * @return its text, {@code any finite number} if it has no bounds
   */
  public static String describe(Range range) {
    boolean below = Double.isFinite(range.min());
    boolean above = Double.isFinite(range.max());
    if (below && above) {
      boolean plain = !range.minExclusive() && !range.maxExclusive();
      return text(range.min())
          + (plain ? "" : range.minExclusive() ? " (exclusive)" : " (inclusive)")
          + " to "
          + text(range.max())
          + (plain ? "" : range.maxExclusive() ? " (exclusive)" : " (inclusive)");
    }
    if (below) {
      return (range.minExclusive() ? "> " : ">= ") + text(range.min());
    }
    if (above) {
      return (range.maxExclusive() ? "< " : "<= ") + text(range.max());
    }
    return "any finite number";
  }

  /** The end of the sentence "3 is not ...". */
  static String refusal(Range range) {
    boolean interval = Double.isFinite(range.min()) && Double.isFinite(range.max());
    return (interval ? "in " : "") + describe(range);
  }

  private static String text(double bound) {
    return new BigDecimal(Double.toString(bound)).stripTrailingZeros().toPlainString();
  }
}
