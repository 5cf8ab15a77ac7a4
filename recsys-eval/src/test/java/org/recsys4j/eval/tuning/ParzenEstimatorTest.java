package org.recsys4j.eval.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class ParzenEstimatorTest {
  /**
   * The numbers 1 and 2 in 0 to 10: the prior is around 5, with deviation 10; the gap to the left
   * of 1 does not count, that to its right is 1, too little, so 10 / 4; 2 has the gap of 3 to its
   * right.
   */
  @Test
  void deviationsAreThoseOfThePaper() {
    ParzenEstimator estimator = new ParzenEstimator(new double[] {2, 1}, 0, 10);

    assertThat(estimator.density(4))
        .isCloseTo((cut(1, 2.5, 4) + cut(2, 3, 4) + cut(5, 10, 4)) / 3, within(1e-12));
    assertThat(estimator.density(10.5)).isZero();
  }

  /** A normal density, cut off at 0 and 10. */
  private static double cut(double mean, double deviation, double number) {
    NormalDistribution normal = NormalDistribution.of(mean, deviation);
    return normal.density(number) / normal.probability(0, 10);
  }

  @Test
  void withoutNumbersThereIsThePriorAlone() {
    assertThat(new ParzenEstimator(new double[0], 0, 10).density(3))
        .isCloseTo(cut(5, 10, 3), within(1e-12));
  }

  @Test
  void densitiesAndProbabilitiesAreOfOneMeasure() {
    ParzenEstimator estimator = new ParzenEstimator(new double[] {-1, 0.5, 0.5, 2.9}, -1, 3);
    double sum = 0;
    int steps = 4000;
    for (int i = 0; i < steps; i++) {
      sum += estimator.density(-1 + 4 * (i + 0.5) / steps) * 4 / steps;
    }
    assertThat(sum).isCloseTo(1, within(1e-5));
    assertThat(estimator.probability(-1, 3)).isCloseTo(1, within(1e-12));
    assertThat(estimator.probability(-1, 0.3) + estimator.probability(0.3, 3))
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void drawsFollowTheDensity() {
    ParzenEstimator estimator = new ParzenEstimator(new double[] {1, 1.2, 1.1}, 0, 10);
    SplittableRandom random = new SplittableRandom(8);
    int below = 0;
    int draws = 20_000;
    for (int i = 0; i < draws; i++) {
      double number = estimator.draw(random);
      assertThat(number).isBetween(0.0, 10.0);
      below += number < 2 ? 1 : 0;
    }
    assertThat((double) below / draws).isCloseTo(estimator.probability(0, 2), within(0.015));
  }
}
