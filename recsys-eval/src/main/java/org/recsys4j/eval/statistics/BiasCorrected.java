package org.recsys4j.eval.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The bias-corrected and accelerated bootstrap interval of a mean (B. Efron, "Better bootstrap
 * confidence intervals", Journal of the American Statistical Association 82, 1987).
 *
 * <p>With z0 the normal quantile of the share of resampled means below the mean (equal ones count
 * half), a the acceleration, and z the normal quantile of a tail, the end is the quantile of the
 * resampled means at {@code Phi(z0 + (z0 + z) / (1 - a (z0 + z)))}. Of a mean, the jackknife's
 * acceleration is {@code sum (x - mean)^3 / (6 (sum (x - mean)^2)^1.5)}. Quantiles lie between the
 * resampled means as the numbers (draws + 1) p do.
 */
final class BiasCorrected {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private BiasCorrected() {}

  /**
   * The interval.
   *
   * @param moments of the numbers
   * @param resampled means of resamples; sorted on return
   */
  static Interval of(Moments moments, double[] resampled, double level) {
    if (moments.count() < 2) {
      return Interval.unknown(level);
    }
    if (moments.deviation() == 0) {
      return new Interval(level, moments.mean(), moments.mean());
    }
    Arrays.sort(resampled);
    double bias = bias(moments.mean(), resampled);
    double tail = NORMAL.inverseCumulativeProbability((1 - level) / 2);
    return new Interval(
        level,
        quantile(resampled, share(bias, tail, moments.acceleration())),
        quantile(resampled, share(bias, -tail, moments.acceleration())));
  }

  private static double bias(double mean, double[] sorted) {
    int draws = sorted.length;
    // The resampled means of a difference are differences, which rounding moves off the mean.
    double slack = 1e-12 * Math.max(Math.abs(sorted[0]), Math.abs(sorted[draws - 1]));
    int below = 0;
    int notAbove = 0;
    for (double value : sorted) {
      below += value < mean - slack ? 1 : 0;
      notAbove += value <= mean + slack ? 1 : 0;
    }
    double share = (below + notAbove) / 2.0 / draws;
    double least = 1.0 / (draws + 1);
    return NORMAL.inverseCumulativeProbability(Math.min(1 - least, Math.max(least, share)));
  }

  private static double share(double bias, double z, double acceleration) {
    return NORMAL.cumulativeProbability(bias + (bias + z) / (1 - acceleration * (bias + z)));
  }

  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length + 1) - 1;
    if (place <= 0) {
      return sorted[0];
    } else if (place >= sorted.length - 1) {
      return sorted[sorted.length - 1];
    }
    int below = (int) place;
    double part = place - below;
    return sorted[below] * (1 - part) + sorted[below + 1] * part;
  }
}
