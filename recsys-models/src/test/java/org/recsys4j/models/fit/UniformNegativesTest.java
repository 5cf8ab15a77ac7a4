package org.recsys4j.models.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.recsys4j.api.contract.SmallData;
import org.recsys4j.api.data.Interactions;

class UniformNegativesTest {
  /** User 0 has items 0, 2, 3 (2 twice) of 6, user 1 none, user 2 all. */
  private static final Interactions TRAIN =
      Interactions.of(
          3,
          6,
          new int[] {0, 0, 0, 0, 2, 2, 2, 2, 2, 2},
          new int[] {3, 0, 2, 2, 5, 4, 3, 2, 1, 0},
          new float[10],
          new long[0],
          10);

  private final UniformNegatives negatives = new UniformNegatives(TRAIN);

  private double[] shares(int user) {
    double[] shares = new double[6];
    LongStream.range(0, 60_000).forEach(key -> shares[negatives.draw(user, key)] += 1 / 60_000.0);
    return shares;
  }

  @Test
  void drawsEveryItemThatTheUserHasNotHadEquallyOften() {
    double third = 1 / 3.0;
    // Five standard deviations of a share of 1/3 in 60,000 draws are 0.0096.
    assertThat(shares(0))
        .usingComparatorWithPrecision(0.0096)
        .containsExactly(0, third, 0, 0, third, third);
    assertThat(shares(0)[0] + shares(0)[2] + shares(0)[3]).isZero();
  }

  @Test
  void drawsFromAllItemsForAUserWithoutEvents() {
    double sixth = 1 / 6.0;
    assertThat(shares(1))
        .usingComparatorWithPrecision(0.0077)
        .containsExactly(sixth, sixth, sixth, sixth, sixth, sixth);
  }

  /** Of 3,000 items 3 are left, which no few tries find: they are drawn by rank. */
  @Test
  void drawsTheFewItemsThatAreLeftEquallyOften() {
    int[][] pairs = new int[2997][];
    int item = 0;
    for (int i = 0; i < pairs.length; i++) {
      item += i == 0 || i == 1000 || i == 2000 ? 1 : 0; // leaves out 0, 1001 and 2002
      pairs[i] = new int[] {0, item++};
    }
    UniformNegatives few = new UniformNegatives(SmallData.of(1, 3000, pairs));
    Map<Integer, Integer> counts = new HashMap<>();
    for (long key = 0; key < 30_000; key++) {
      counts.merge(few.draw(0, key), 1, Integer::sum);
    }
    // Five standard deviations of the number of draws of one of three items are 408.
    assertThat(counts.keySet()).containsExactlyInAnyOrder(0, 1001, 2002);
    assertThat(counts.values()).allMatch(count -> Math.abs(count - 10_000) < 408);
  }

  /** Too many users and items for a bit for each of their pairs. */
  @Test
  void drawsFromLargeCatalogues() {
    int users = 100_000;
    UniformNegatives large =
        new UniformNegatives(SmallData.of(users, 3000, new int[][] {{7, 0}, {7, 1500}, {8, 3}}));
    double sum = 0;
    for (long key = 0; key < 10_000; key++) {
      int item = large.draw(7, key);
      assertThat(item).isBetween(1, 2999).isNotEqualTo(1500);
      sum += item;
    }
    // Five standard deviations of the mean of 10,000 draws from 0 to 2,999 are 43.
    assertThat(sum / 10_000).isBetween(1500.0 - 43, 1500.0 + 43);
    assertThat(large.isPositive(7, 1500)).isTrue();
    assertThat(large.isPositive(8, 0)).isFalse();
  }

  @Test
  void hasNoneForAUserWhoHadAll() {
    assertThat(negatives.draw(2, 7)).isEqualTo(UniformNegatives.NONE);
  }

  @Test
  void equalKeysGiveEqualDraws() {
    UniformNegatives other = new UniformNegatives(TRAIN);
    for (long key = 0; key < 100; key++) {
      assertThat(other.draw(0, key)).isEqualTo(negatives.draw(0, key));
    }
  }

  @Test
  void knowsPositives() {
    assertThat(negatives.isPositive(0, 0)).isTrue();
    assertThat(negatives.isPositive(0, 1)).isFalse();
    assertThat(negatives.isPositive(0, 3)).isTrue();
    assertThat(negatives.isPositive(0, 5)).isFalse();
    assertThat(negatives.isPositive(1, 0)).isFalse();
    assertThat(negatives.isPositive(2, 5)).isTrue();
  }
}
