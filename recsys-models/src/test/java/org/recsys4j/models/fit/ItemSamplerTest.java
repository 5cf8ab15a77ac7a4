package org.recsys4j.models.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ItemSamplerTest {
  private static final int[] COUNTS = {5, 0, 100, 1, 25, 0, 9, 60};

  private static double[] shares(ItemSampler sampler, int n) {
    double[] shares = new double[n];
    int draws = 200_000;
    for (int i = 0; i < draws; i++) {
      shares[sampler.draw(i)] += 1.0 / draws;
    }
    return shares;
  }

  @Test
  void drawsAsOftenAsItSays() {
    for (double alpha : new double[] {0, 0.5, 1}) {
      ItemSampler sampler = new ItemSampler(COUNTS, alpha);
      double sum = 0;
      for (int count : COUNTS) {
        sum += alpha == 0 ? 1 : Math.pow(count, alpha);
      }
      double[] shares = shares(sampler, COUNTS.length);
      for (int item = 0; item < COUNTS.length; item++) {
        double expected = (alpha == 0 ? 1 : Math.pow(COUNTS[item], alpha)) / sum;
        assertThat(shares[item]).as("item " + item).isCloseTo(expected, within(0.005));
        assertThat(Math.exp(sampler.logProbability(item))).isCloseTo(expected, within(1e-6));
        if (expected == 0) {
          assertThat(shares[item]).isZero();
        }
      }
    }
  }

  @Test
  void drawsAllAlikeWhereNothingOccurs() {
    assertThat(shares(new ItemSampler(new int[3], 1), 3)).containsExactly(third(), within(0.01));
    assertThat(new ItemSampler(new int[1], 0.5).draw(7)).isZero();
  }

  private static double[] third() {
    return new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0};
  }
}
