package org.recsys4j.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class RelevantItemsTest {
  private static final int FAR = Integer.MAX_VALUE;
  private static final int[] ITEMS = {4, 7, 9};

  private static RelevantItems items(float... values) {
    return new RelevantItems(ITEMS, new int[] {0, 2, FAR}, new int[] {1, 4, 1}, values, null);
  }

  /** The second item shares places 2 to 5 with three others. */
  @Test
  void tellsHowProbableItIsToStandInTheFirstPlaces() {
    RelevantItems items = items(1, 2, 3);
    assertThat(items.size()).isEqualTo(3);
    assertThat(items.item(1)).isEqualTo(7);
    assertThat(items.place(1)).isEqualTo(2);
    assertThat(items.tied(1)).isEqualTo(4);
    assertThat(items.chance(0, 0)).isZero();
    assertThat(items.chance(0, 1)).isEqualTo(1);
    assertThat(items.chance(1, 2)).isZero();
    assertThat(items.chance(1, 3)).isEqualTo(0.25);
    assertThat(items.chance(1, 5)).isEqualTo(0.75);
    assertThat(items.chance(1, 6)).isEqualTo(1);
    assertThat(items.chance(1, 1000)).isEqualTo(1);
    assertThat(items.chance(2, 1000)).isZero();
  }

  @Test
  void refusesWhatNobodyAskedFor() {
    assertThat(items(1, 2, 3).value(2)).isEqualTo(3);
    assertThatIllegalStateException()
        .isThrownBy(() -> items(1, 2, 3).score(0))
        .withMessage("no metric has declared that it needs SCORES");
    RelevantItems bare = new RelevantItems(ITEMS, ITEMS, ITEMS, null, new float[] {5, 6, 7});
    assertThat(bare.score(1)).isEqualTo(6);
    assertThatIllegalStateException()
        .isThrownBy(() -> bare.value(0))
        .withMessage("no metric has declared that it needs VALUES");
  }

  @Test
  void refusesColumnsOfDifferentLength() {
    int[] two = {1, 2};
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RelevantItems(ITEMS, two, ITEMS, null, null));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RelevantItems(ITEMS, ITEMS, two, null, null));
    assertThatIllegalArgumentException().isThrownBy(() -> items(1, 2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RelevantItems(ITEMS, ITEMS, ITEMS, null, new float[1]));
  }
}
