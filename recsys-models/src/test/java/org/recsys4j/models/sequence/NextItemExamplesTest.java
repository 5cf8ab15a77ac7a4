package org.recsys4j.models.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.recsys4j.api.contract.SmallData;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.models.fit.BatchRange;
import org.recsys4j.models.fit.ExampleBatch;
import org.recsys4j.models.nn.kernel.NativeBackend;

class NextItemExamplesTest {
  /** User 0 has seven events, user 1 one, user 2 two, user 3 none. */
  private static final Interactions TRAIN =
      SmallData.of(
          4,
          9,
          new int[] {0, 3},
          new int[] {1, 8},
          new int[] {0, 1},
          new int[] {0, 4},
          new int[] {2, 7},
          new int[] {0, 1},
          new int[] {0, 5},
          new int[] {2, 6},
          new int[] {0, 0},
          new int[] {0, 2});

  @BeforeAll
  static void start() {
    NativeBackend.start();
  }

  private static List<String> windows(NextItemExamples examples, long seed) {
    ExampleBatch batch = new ExampleBatch(examples, examples.count());
    for (int i = 0; i < examples.count(); i++) {
      examples.write(seed, i, batch, i);
    }
    List<String> windows = new ArrayList<>();
    int in = examples.inputWidths()[0];
    int out = examples.labelWidth();
    for (int i = 0; i < examples.count(); i++) {
      windows.add(
          text(Arrays.copyOfRange(batch.input(0), i * in, (i + 1) * in))
              + " > "
              + text(Arrays.copyOfRange(batch.labels(), i * out, (i + 1) * out)));
    }
    return windows;
  }

  private static String text(float[] numbers) {
    StringBuilder text = new StringBuilder();
    for (float number : numbers) {
      text.append(text.isEmpty() ? "" : " ").append((int) number);
    }
    return text.toString();
  }

  @Test
  void everyStepIsPredictedOnce() {
    NextItemExamples examples = new NextItemExamples(TRAIN, 4, Negatives.NONE);
    assertThat(examples.count()).isEqualTo(3);
    assertThat(windows(examples, 5))
        .containsExactlyInAnyOrder(
            "3 1 -1 -1 > 1 4 -1 -1", "4 1 5 0 > 1 5 0 2", "7 -1 -1 -1 > 6 -1 -1 -1");
  }

  @Test
  void wholeWindowsOnlyWhereTheyFit() {
    assertThat(windows(new NextItemExamples(TRAIN, 3, Negatives.NONE), 1))
        .containsExactlyInAnyOrder("3 1 4 > 1 4 1", "1 5 0 > 5 0 2", "7 -1 -1 > 6 -1 -1");
  }

  @Test
  void windowsAreAsLongAsTheRoomOfTheBatch() {
    NextItemExamples examples = new NextItemExamples(TRAIN, 4, Negatives.NONE);
    ExampleBatch batch = new ExampleBatch(examples, 2);
    batch.begin(new BatchRange(5, 0, 3), 2);
    int row = 0;
    for (int i = 0; i < 3; i++) {
      int steps = examples.steps(5, i);
      assertThat(steps).isIn(1, 2, 4);
      if (steps < 4) {
        examples.write(5, i, batch, row++);
      }
    }
    List<String> rows =
        List.of(
            text(Arrays.copyOf(batch.input(0), 2)) + " > " + text(Arrays.copyOf(batch.labels(), 2)),
            text(Arrays.copyOfRange(batch.input(0), 2, 4))
                + " > "
                + text(Arrays.copyOfRange(batch.labels(), 2, 4)));
    assertThat(rows).containsExactlyInAnyOrder("3 1 > 1 4", "7 -1 > 6 -1");
  }

  @Test
  void orderFollowsTheSeed() {
    NextItemExamples examples = new NextItemExamples(TRAIN, 1, Negatives.NONE);
    assertThat(windows(examples, 1)).isEqualTo(windows(examples, 1)).hasSize(7);
    assertThat(windows(examples, 2))
        .isNotEqualTo(windows(examples, 1))
        .containsExactlyInAnyOrderElementsOf(windows(examples, 1));
  }

  @Test
  void thereIsAWindowWithoutTargetsWhereNothingFollowsAnything() {
    NextItemExamples examples =
        new NextItemExamples(SmallData.of(2, 2, new int[] {0, 1}), 2, Negatives.NONE);
    assertThat(windows(examples, 1)).containsExactly("-1 -1 > -1 -1");
  }

  @Test
  void negativesStandBehindTheTargets() {
    Negatives twoOfTheUser =
        new Negatives() {
          @Override
          public int width(int length) {
            return 2;
          }

          @Override
          public void write(long key, int user, float[] labels, int at, int length) {
            labels[at + length] = 100 + user;
            labels[at + length + 1] = labels[at];
          }
        };
    assertThat(windows(new NextItemExamples(TRAIN, 3, twoOfTheUser), 1))
        .contains("3 1 4 > 1 4 1 100 1", "7 -1 -1 > 6 -1 -1 102 6");
  }
}
