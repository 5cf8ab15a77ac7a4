package org.recsys4j.eval.statistics;

import org.apache.commons.statistics.distribution.TDistribution;

/** What a number of users can show. */
public final class Power {
  /** How often a difference of the detectable size is found. */
  public static final double POWER = 0.8;

  /** The error that is allowed, on both sides together. */
  public static final double SIGNIFICANCE = 0.05;

  private Power() {}

  /**
   * The smallest true mean difference that a two-sided paired t test at 5 % finds in 80 % of all
   * samples of this size: {@code (t(0.975; n - 1) + t(0.8; n - 1)) s / sqrt(n)}, which is within
   * half a per cent of what the noncentral t distribution gives for ten users and more (J. Cohen,
   * "Statistical Power Analysis for the Behavioral Sciences", 2nd edition, 1988).
   *
   * @param deviation s, the standard deviation of the differences
   * @param users n
   * @return the difference, NaN of fewer than two users
   */
  public static double detectable(double deviation, int users) {
    if (users < 2) {
      return Double.NaN;
    }
    TDistribution t = TDistribution.of(users - 1);
    double quantiles =
        t.inverseCumulativeProbability(1 - SIGNIFICANCE / 2)
            + t.inverseCumulativeProbability(POWER);
    return quantiles * deviation / Math.sqrt(users);
  }
}
