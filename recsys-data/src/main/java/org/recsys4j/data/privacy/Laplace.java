package org.recsys4j.data.privacy;

import java.util.random.RandomGenerator;

/**
 * Laplace noise by inversion: {@code -scale sign(u) ln(1 - 2 |u|)} with u uniform between -1/2 and
 * 1/2. Mean 0, variance {@code 2 scale^2}.
 */
final class Laplace {
  private Laplace() {}

  static double sample(double scale, RandomGenerator random) {
    double u;
    do {
      u = random.nextDouble() - 0.5;
    } while (u == -0.5); // whose logarithm is infinite
    return -scale * Math.signum(u) * Math.log1p(-2 * Math.abs(u));
  }

  /**
   * Rounded to a whole number and never negative: what is done after the noise costs no privacy.
   */
  static long noisy(long count, double scale, RandomGenerator random) {
    return Math.max(0, Math.round(count + sample(scale, random)));
  }
}
