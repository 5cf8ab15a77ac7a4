package org.recsys4j.eval.statistics;

/**
 * A confidence interval.
 *
 * @param level how often such intervals hold the true value, over many samples: 0.95
 * @param low lower end, or NaN where there are too few numbers to know
 * @param high upper end, or NaN
 */
public record Interval(double level, double low, double high) {
  /** Nothing is known. */
  static Interval unknown(double level) {
    return new Interval(level, Double.NaN, Double.NaN);
  }

  /**
   * Whether the ends are numbers.
   *
   * @return false where there were too few numbers
   */
  public boolean known() {
    return !Double.isNaN(low) && !Double.isNaN(high);
  }
}
