package org.recsys4j.eval.protocol;

import java.util.Arrays;
import org.recsys4j.api.Metric;

/** What one metric came to for one model. Immutable; numbers are in full precision. */
public final class MetricResult {
  private final Metric metric;
  private final double value;
  private final double[] perUser;

  /** Takes the array over. */
  MetricResult(Metric metric, double value, double[] perUser) {
    this.metric = metric;
    this.value = value;
    this.perUser = perUser;
  }

  /**
   * The name of the metric.
   *
   * @return such as {@code nDCG@10}
   */
  public String label() {
    return metric.label();
  }

  /**
   * Which direction is better.
   *
   * @return whether a larger number is the better one
   */
  public boolean higherIsBetter() {
    return metric.higherIsBetter();
  }

  /**
   * The number over all users.
   *
   * @return the metric, or NaN where no user was evaluated
   */
  public double value() {
    return value;
  }

  /**
   * Whether users have numbers, of which the metric is the mean.
   *
   * @return false for a metric that only all lists together have, such as coverage, and where no
   *     user was evaluated
   */
  public boolean hasPerUser() {
    return !Arrays.stream(perUser).allMatch(Double::isNaN);
  }

  /**
   * The number of one user.
   *
   * @param row row of the user in the protocol
   * @return the number; NaN where {@link #hasPerUser()} is false, and for a user whom the mean
   *     leaves out
   */
  public double perUser(int row) {
    return perUser[row];
  }

  /**
   * The numbers of all evaluated users, in the order of the protocol's rows.
   *
   * @return a copy, with NaN for users whom the mean leaves out
   */
  public double[] perUser() {
    return perUser.clone();
  }

  @Override
  public String toString() {
    return label() + " = " + value;
  }
}
