package org.recsys4j.api.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.recsys4j.api.data.Split.Part;

class LeakageTest {
  private static final Dataset DATA =
      Dataset.of(
          new EventLog.Builder(true)
              .add("u", "a", 1, 1)
              .add("u", "b", 1, 2)
              .add("u", "c", 1, 3)
              .add("u", "d", 1, 4)
              .add("u", "e", 1, 4)
              .add("u", "f", 1, 5)
              .build());

  private static Split test(int... positions) {
    return Split.assign(
        DATA,
        position -> {
          for (int test : positions) {
            if (test == position) {
              return Part.TEST;
            }
          }
          return Part.TRAIN;
        });
  }

  @Test
  void aCutInTimeHasNone() {
    assertThat(Leakage.of(test(4, 5))).contains(new Leakage(2, 0, 0));
    assertThat(Leakage.of(test(4, 5)).orElseThrow().any()).isFalse();
  }

  @Test
  void countsTrainingEventsThatAreLater() {
    // Trained on times 1, 3, 4, 5: of these 3 are later than 2, and 1 is later than 4.
    assertThat(Leakage.of(test(1, 4))).contains(new Leakage(2, 2, (3 / 4.0 + 1 / 4.0) / 2));
    // The last event is not overtaken.
    assertThat(Leakage.of(test(0, 5))).contains(new Leakage(2, 1, (4 / 4.0 + 0) / 2));
  }

  @Test
  void isUnknownWithoutTimes() {
    Dataset data = Dataset.of(new EventLog.Builder(false).add("u", "a", 1, 0).build());

    assertThat(Leakage.of(Split.assign(data, position -> Part.TRAIN))).isEmpty();
  }
}
