package org.recsys4j.models.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
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
