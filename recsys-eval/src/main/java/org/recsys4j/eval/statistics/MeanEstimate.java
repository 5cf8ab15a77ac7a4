package org.recsys4j.eval.statistics;

/**
 * The mean of a metric over users, and how far it would move with other users.
 *
 * @param users how many users have a number; those whose number is NaN are left out
 * @param mean their mean, NaN where there is none
 * @param deviation standard deviation over users, NaN of fewer than two
 * @param interval the bootstrap interval of the mean (BCa): Efron 1987; unknown of fewer than two
 *     users
 */
public record MeanEstimate(int users, double mean, double deviation, Interval interval) {
  /**
   * Estimates a mean.
   *
   * @param values one number a user; NaN where a user has none
   * @param how how resamples are drawn
   * @return the estimate
   */
  public static MeanEstimate of(double[] values, Resampling how) {
    return Sample.of(how, values).mean(0);
  }
}
