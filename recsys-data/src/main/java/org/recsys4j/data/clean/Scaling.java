package org.recsys4j.data.clean;

/** How a quantity is scaled. Where all training values are equal, every scaled value is 0. */
public enum Scaling {
  /** Not at all. */
  NONE,
  /** Minus the mean, over the standard deviation: mean 0 and variance 1. */
  STANDARD,
  /** The smallest value becomes 0, the largest 1. */
  MIN_MAX,
  /**
   * Minus the median, over the range between the quartiles, which outliers do not move; where the
   * quartiles are equal, minus the median alone.
   */
  ROBUST;

  /** What is subtracted. */
  double shift(Sample sample) {
    return switch (this) {
      case NONE -> 0;
      case STANDARD -> sample.mean();
      case MIN_MAX -> sample.quantile(0);
      case ROBUST -> sample.median();
    };
  }

  /** What the difference is multiplied by. */
  double factor(Sample sample) {
    double range = sample.quantile(1) - sample.quantile(0);
    if (this == NONE) {
      return 1;
    } else if (range == 0) {
      return 0;
    }
    return switch (this) {
      case NONE -> 1;
      case STANDARD -> 1 / sample.deviation();
      case MIN_MAX -> 1 / range;
      case ROBUST -> {
        double quartiles = sample.quantile(0.75) - sample.quantile(0.25);
        yield quartiles == 0 ? 1 : 1 / quartiles;
      }
    };
  }
}
