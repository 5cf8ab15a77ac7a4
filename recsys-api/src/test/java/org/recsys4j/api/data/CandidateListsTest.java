package org.recsys4j.api.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CandidateListsTest {
  private static final CandidateLists LISTS =
      new CandidateLists.Builder()
          .add(2, 4)
          .add(0, 3)
          .add(2, 1)
          .add(0, 3)
          .add(2, 4)
          .add(0, 0)
          .build(3, 6);

  @Test
  void rowsAreSortedAndWithoutRepetition() {
    assertThat(LISTS.size()).isEqualTo(4);
    assertThat(LISTS.count(0)).isEqualTo(2);
    assertThat(LISTS.item(LISTS.start(0))).isZero();
    assertThat(LISTS.item(LISTS.end(0) - 1)).isEqualTo(3);
    assertThat(LISTS.count(1)).isZero();
    assertThat(LISTS.item(LISTS.start(2))).isEqualTo(1);
    assertThat(LISTS.item(LISTS.end(2) - 1)).isEqualTo(4);
    assertThat(LISTS).hasToString("4 candidates for 3 users out of 6 items");
  }

  @Test
  void knowsWhoseCandidateAnItemIs() {
    assertThat(LISTS.contains(0, 3)).isTrue();
    assertThat(LISTS.contains(1, 3)).isFalse();
    assertThat(LISTS.contains(2, 3)).isFalse();
    assertThat(LISTS.union()).isEqualTo(ItemSet.of(6, 0, 1, 3, 4));
  }

  @Test
  void orderOfAddingDoesNotMatter() {
    CandidateLists.Builder again = new CandidateLists.Builder();
    for (int[] pair : new int[][] {{0, 0}, {0, 3}, {2, 1}, {2, 4}}) {
      again.add(pair[0], pair[1]);
    }
    assertThat(again.build(3, 6)).isEqualTo(LISTS).hasSameHashCodeAs(LISTS);
    assertThat(again.build(3, 7)).isNotEqualTo(LISTS);
    assertThat(again.add(1, 1).build(3, 6)).isNotEqualTo(LISTS);
  }

  @Test
  void growsBeyondItsFirstCapacity() {
    CandidateLists.Builder builder = new CandidateLists.Builder();
    assertThat(builder.isEmpty()).isTrue();
    for (int i = 4_999; i >= 0; i--) {
      builder.add(0, i);
    }
    CandidateLists lists = builder.build(1, 5_000);
    assertThat(lists.count(0)).isEqualTo(5_000);
    assertThat(lists.item(77)).isEqualTo(77);
  }

  @Test
  void refusesWhoAndWhatIsNotThere() {
    CandidateLists.Builder builder = new CandidateLists.Builder().add(2, 4);
    assertThatThrownBy(() -> builder.build(2, 5)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> builder.build(3, 4)).isInstanceOf(IndexOutOfBoundsException.class);
  }
}
