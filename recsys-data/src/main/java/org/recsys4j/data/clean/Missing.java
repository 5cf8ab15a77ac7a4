package org.recsys4j.data.clean;

/** What becomes of a missing quantity. */
public enum Missing {
  /** The mean of the training rows. */
  MEAN,
  /** The median of the training rows. */
  MEDIAN,
  /** The value that most training rows have; the smallest of several. */
  MOST_FREQUENT,
  /** A number of the user's choice. */
  CONSTANT,
  /** The row is left out: it teaches nothing and has no features. */
  DROP;

  double of(Sample sample, double constant) {
    return switch (this) {
      case MEAN, DROP -> sample.mean();
      case MEDIAN -> sample.median();
      case MOST_FREQUENT -> sample.mostFrequent();
      case CONSTANT -> constant;
    };
  }
}
