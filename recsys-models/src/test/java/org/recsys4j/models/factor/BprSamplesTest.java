package org.recsys4j.models.factor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.contract.SmallData;
import org.recsys4j.models.fit.UniformNegatives;
import org.recsys4j.models.sparse.SparseMatrix;

class BprSamplesTest {
  private final SparseMatrix train = SparseMatrix.of(SmallData.zipf(200, 100, 6000, 3));
  private final UniformNegatives negatives = new UniformNegatives(train);
  private final BprSamples samples = new BprSamples(train, negatives);

  private int[][] counts(int count, int draws) {
    int[][] counts = new int[train.rows()][train.columns()];
    try (Workers workers = new Workers(2)) {
      for (int draw = 0; draw < draws; draw++) {
        samples.draw(draw, count, workers);
        for (int i = 0; i < count; i++) {
          assertThat(negatives.isPositive(samples.users[i], samples.unseen[i])).isFalse();
          counts[samples.users[i]][samples.positives[i]]++;
        }
      }
    }
    return counts;
  }

  @Test
  void anEpochThatFitsHasEveryPairOnce() {
    int[][] counts = counts(samples.pairs(), 1);
    for (int user = 0; user < train.rows(); user++) {
      for (int item = 0; item < train.columns(); item++) {
        assertThat(counts[user][item]).isEqualTo(negatives.isPositive(user, item) ? 1 : 0);
      }
    }
  }

  /** Part of an epoch, drawn often: each pair 100 times, with a standard deviation below 10. */
  @Test
  void everyPairIsEquallyLikely() {
    int parts = samples.pairs() / 7;
    int[][] counts = counts(parts, 100 * samples.pairs() / parts);
    for (int user = 0; user < train.rows(); user++) {
      for (int item = 0; item < train.columns(); item++) {
        if (negatives.isPositive(user, item)) {
          assertThat(counts[user][item]).isBetween(50, 150);
        } else {
          assertThat(counts[user][item]).isZero();
        }
      }
    }
  }

  @Test
  void threadsDrawTheSame() {
    int count = samples.pairs();
    int[][] drawn = new int[2][];
    for (int threads = 1; threads <= 2; threads++) {
      try (Workers workers = new Workers(threads)) {
        samples.draw(9, count, workers);
        drawn[threads - 1] = samples.unseen.clone();
      }
    }
    assertThat(drawn[1]).isEqualTo(drawn[0]);
  }
}
