package org.recsys4j.models.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.recsys4j.api.contract.SmallData;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.models.nn.kernel.NativeBackend;
import org.recsys4j.models.sparse.SparseMatrix;

class BprExamplesTest {
  private final Interactions train = SmallData.zipf(30, 20, 400, 3);
  private final BprExamples examples =
      new BprExamples(SparseMatrix.of(train), 30, NegativeOptions.UNIFORM);

  private static List<List<Integer>> draw(BprExamples examples, long seed) {
    NativeBackend.start();
    ExampleBatch batch = new ExampleBatch(examples, 2);
    List<List<Integer>> all = new ArrayList<>();
    for (int position = 0; position < examples.count(); position++) {
      examples.write(seed, position, batch, 1);
      all.add(
          List.of(
              (int) batch.input(0)[3],
              (int) batch.input(0)[4],
              (int) batch.input(0)[5],
              (int) batch.labels()[1]));
    }
    return all;
  }

  @Test
  void everyPairComesOnceWithAnItemThatTheUserHasNotHad() {
    List<List<Integer>> pairs = new ArrayList<>();
    for (List<Integer> example : draw(examples, 8)) {
      pairs.add(example.subList(0, 2));
      int user = example.get(0);
      assertThat(train.distinctItems(user)).doesNotContain(example.get(2) - 30);
      assertThat(example.get(2)).isBetween(30, 49);
      assertThat(example.get(3)).isEqualTo(1);
    }
    List<List<Integer>> expected = new ArrayList<>();
    for (int user = 0; user < 30; user++) {
      for (int item : train.distinctItems(user)) {
        expected.add(List.of(user, 30 + item));
      }
    }
    assertThat(pairs).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void dependsOnTheSeedAlone() {
    assertThat(draw(examples, 8)).isEqualTo(draw(examples, 8)).isNotEqualTo(draw(examples, 9));
  }

  @Test
  void usersWhoHadEverythingGiveNothingToLearn() {
    SparseMatrix full =
        SparseMatrix.of(SmallData.of(2, 2, new int[] {0, 0}, new int[] {0, 1}, new int[] {1, 1}));
    assertThat(draw(new BprExamples(full, 0, NegativeOptions.UNIFORM), 1))
        .containsExactlyInAnyOrder(
            List.of(-1, -1, -1, -1), List.of(-1, -1, -1, -1), List.of(1, 1, 0, 1));
  }
}
