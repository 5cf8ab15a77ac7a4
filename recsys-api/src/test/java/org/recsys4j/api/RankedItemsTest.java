package org.recsys4j.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class RankedItemsTest {
  @Test
  void isAValue() {
    int[] items = {4, 2};
    float[] scores = {1.5f, 1.5f};
    RankedItems ranked = new RankedItems(items, scores);
    items[0] = 9;
    scores[0] = 9;
    ranked.items()[1] = 9;
    assertThat(ranked.size()).isEqualTo(2);
    assertThat(ranked.item(0)).isEqualTo(4);
    assertThat(ranked.score(0)).isEqualTo(1.5f);
    assertThat(ranked)
        .isEqualTo(new RankedItems(new int[] {4, 2}, new float[] {1.5f, 1.5f}))
        .hasSameHashCodeAs(new RankedItems(new int[] {4, 2}, new float[] {1.5f, 1.5f}))
        .isNotEqualTo(new RankedItems(new int[] {4, 2}, new float[] {1.5f, 1}))
        .isNotEqualTo(new RankedItems(new int[] {4, 3}, new float[] {1.5f, 1.5f}))
        .hasToString("RankedItems[4, 2]");
    assertThat(new RankedItems(new int[0], new float[0]).size()).isZero();
  }

  @Test
  void refusesWhatIsNotRanked() {
    refused(new int[1], 1, 2);
    refused(new int[2], 1, 2);
    refused(new int[1], Float.NaN);
    refused(new int[1], Float.POSITIVE_INFINITY);
    refused(new int[2], 1, Float.NEGATIVE_INFINITY);
  }

  private static void refused(int[] items, float... scores) {
    assertThatIllegalArgumentException().isThrownBy(() -> new RankedItems(items, scores));
  }
}
