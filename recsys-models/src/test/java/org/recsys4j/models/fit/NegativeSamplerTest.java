package org.recsys4j.models.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recsys4j.api.contract.SmallData;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.models.sparse.SparseMatrix;

class NegativeSamplerTest {
  private static final int DRAWS = 60_000;

  private static NegativeSampler sampler(
      NegativeSampling sampling, double alpha, SparseMatrix train) {
    int[] items = train.columnOf();
    return new NegativeOptions(sampling, alpha).sampler(train, train.cells(), i -> items[i]);
  }

  /** Shares of the draws of each item and, in the last place, of none. */
  private static double[] shares(NegativeSampler sampler, int user, int items, BatchRange batch) {
    double[] shares = new double[items + 1];
    for (long key = 0; key < DRAWS; key++) {
      int item = sampler.draw(user, key, batch);
      shares[item < 0 ? items : item] += 1.0 / DRAWS;
    }
    return shares;
  }

  /** Pearson's statistic: with up to 6 items to draw it is above 20.5 once in a thousand seeds. */
  private static void assertDrawn(double[] shares, double... weights) {
    double sum = Arrays.stream(weights).sum();
    double statistic = 0;
    for (int item = 0; item < weights.length; item++) {
      double expected = weights[item] / sum;
      if (expected == 0) {
        assertThat(shares[item]).as("item %d", item).isZero();
      } else {
        statistic += DRAWS * (shares[item] - expected) * (shares[item] - expected) / expected;
      }
    }
    assertThat(statistic).as(Arrays.toString(shares)).isLessThan(20.5);
    assertThat(shares[weights.length]).as("none").isZero();
  }

  /**
   * Items 0 to 5 were had by 6, 5, 4, 3, 2 and 1 users, item 6 by none; by user 0 items 0, 2 and 4,
   * by user 1 items 0 to 4, by user 6 none.
   */
  private static SparseMatrix known() {
    int[][] pairs = {
      {0, 0}, {0, 2}, {0, 4}, {1, 0}, {1, 1}, {1, 2}, {1, 3}, {1, 4}, {2, 0}, {2, 1}, {2, 2},
      {2, 3}, {3, 0}, {3, 1}, {3, 2}, {3, 3}, {3, 5}, {4, 0}, {4, 1}, {5, 0}, {5, 1}
    };
    return SparseMatrix.of(SmallData.of(7, 7, pairs));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1, 2})
  void popularOnesComeByAPowerOfTheirCounts(double alpha) {
    NegativeSampler sampler = sampler(NegativeSampling.POPULARITY, alpha, known());
    double[] weights =
        IntStream.of(6, 5, 4, 3, 2, 1, 0).mapToDouble(n -> Math.pow(n, alpha)).toArray();
    assertDrawn(shares(sampler, 6, 7, BatchRange.NONE), weights);
    weights[0] = 0;
    weights[2] = 0;
    weights[4] = 0;
    assertDrawn(shares(sampler, 0, 7, BatchRange.NONE), weights);
    weights[1] = 0;
    weights[3] = 0;
    assertDrawn(shares(sampler, 1, 7, BatchRange.NONE), weights);
  }

  @Test
  void allComeAlikeWithThePowerOfZero() {
    NegativeSampler sampler = sampler(NegativeSampling.POPULARITY, 0, known());
    assertDrawn(shares(sampler, 0, 7, BatchRange.NONE), 0, 1, 0, 1, 0, 1, 1);
  }

  /** The three that are left have 10 of 3,610 weights: few tries find one of them. */
  @Test
  void fewThatAreLeftComeByTheirWeights() {
    int[][] pairs = new int[90 * 40 + 10][];
    int count = 0;
    for (int user = 0; user < 90; user++) {
      for (int item = 0; item < 40; item++) {
        pairs[count++] = new int[] {user, item < 20 ? item : item < 30 ? item + 1 : item + 3};
      }
    }
    for (int i = 0; i < 10; i++) {
      pairs[count++] = new int[] {90 + i, i < 1 ? 20 : i < 4 ? 31 : 32};
    }
    SparseMatrix train = SparseMatrix.of(SmallData.of(100, 44, pairs));
    double[] weights = new double[44];
    weights[20] = 1;
    weights[31] = 3;
    weights[32] = 6;
    assertDrawn(
        shares(sampler(NegativeSampling.POPULARITY, 1, train), 5, 44, BatchRange.NONE), weights);
  }

  @Test
  void popularOnesComeUniformlyWhereNothingThatIsLeftOccurs() {
    SparseMatrix train =
        SparseMatrix.of(SmallData.of(2, 4, new int[] {0, 1}, new int[] {0, 3}, new int[] {1, 1}));
    NegativeSampler sampler = sampler(NegativeSampling.POPULARITY, 1, train);
    assertDrawn(shares(sampler, 0, 4, BatchRange.NONE), 1, 0, 1, 0);
    assertDrawn(shares(sampler, 1, 4, BatchRange.NONE), 0, 0, 0, 1);
  }

  /** A batch of seven of the pairs, for a user without events. */
  @Test
  void itemsOfABatchComeAsOftenAsItHoldsThem() {
    SparseMatrix train = known();
    NegativeSampler sampler = sampler(NegativeSampling.IN_BATCH, 0, train);
    Shuffle order = Shuffle.of(train.cells(), 99);
    double[] weights = new double[7];
    for (int position = 4; position < 11; position++) {
      weights[train.columnOf()[order.place(position)]]++;
    }
    assertDrawn(shares(sampler, 6, 7, new BatchRange(99, 4, 11)), weights);
  }

  @Test
  void aBatchOfTheUsersOwnItemsFallsBackToAnyOther() {
    NegativeSampler sampler = sampler(NegativeSampling.IN_BATCH, 0, known());
    Shuffle order = Shuffle.of(21, 3);
    int position = IntStream.range(0, 21).filter(p -> order.place(p) == 0).findAny().orElseThrow();
    BatchRange own = new BatchRange(3, position, position + 1);
    assertDrawn(shares(sampler, 1, 7, own), 0, 0, 0, 0, 0, 1, 1);
    assertDrawn(shares(sampler, 0, 7, BatchRange.NONE), 0, 1, 0, 1, 0, 1, 1);
  }

  @Property(tries = 300)
  void neverDrawsWhatTheUserHasHad(
      @ForAll NegativeSampling sampling,
      @ForAll @DoubleRange(min = 0, max = 2) double alpha,
      @ForAll @IntRange(min = 1, max = 12) int users,
      @ForAll @IntRange(min = 1, max = 15) int items,
      @ForAll @IntRange(min = 1, max = 150) int events,
      @ForAll long seed) {
    Interactions log = SmallData.zipf(users, items, events, seed);
    SparseMatrix train = SparseMatrix.of(log);
    NegativeSampler sampler = sampler(sampling, alpha, train);
    BatchRange batch = new BatchRange(seed, 0, Math.min(5, train.cells()));
    for (int user = 0; user < users; user++) {
      int[] had = log.distinctItems(user);
      for (long key = seed; key != seed + 20; key++) {
        int item = sampler.draw(user, key, batch);
        assertThat(sampler.draw(user, key, batch)).isEqualTo(item);
        if (had.length == items) {
          assertThat(item).isEqualTo(NegativeSampler.NONE);
        } else {
          assertThat(item).isBetween(0, items - 1);
          assertThat(Arrays.binarySearch(had, item)).as("item %d", item).isNegative();
        }
      }
    }
  }
}
