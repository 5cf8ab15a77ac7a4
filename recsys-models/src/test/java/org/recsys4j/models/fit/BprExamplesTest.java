package org.recsys4j.models.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.recsys4j.api.contract.SmallData;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.models.nn.kernel.NativeBackend;
import org.recsys4j.models.sparse.SparseMatrix;

class BprExamplesTest {
  private final Interactions train = SmallData.zipf(30, 20, 400, 3);
  private final BprExamples examples =
      new BprExamples(SparseMatrix.of(train), 30, PositiveSampling.PAIRS, NegativeOptions.UNIFORM);

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
    assertThat(draw(new BprExamples(full, 0, PositiveSampling.PAIRS, NegativeOptions.UNIFORM), 1))
        .containsExactlyInAnyOrder(
            List.of(-1, -1, -1, -1), List.of(-1, -1, -1, -1), List.of(1, 1, 0, 1));
  }

  /** One has 8 items, the other 2, the third none: half of the examples each for the two. */
  @Test
  void drawnUsersAreAllAsLikelyAndSoAreTheirItems() {
    int[][] events = new int[10][];
    for (int i = 0; i < 10; i++) {
      events[i] = new int[] {i < 8 ? 0 : 2, i < 8 ? i : i - 8};
    }
    SparseMatrix known = SparseMatrix.of(SmallData.of(3, 10, events));
    BprExamples drawn = new BprExamples(known, 3, PositiveSampling.USERS, NegativeOptions.UNIFORM);
    int[][] counts = new int[3][13];
    for (int seed = 0; seed < 1600; seed++) {
      for (List<Integer> example : draw(drawn, seed)) {
        counts[example.get(0)][example.get(1)]++;
      }
    }
    assertThat(counts[1]).containsOnly(0);
    for (int item = 0; item < 8; item++) { // 1,000 expected, with a deviation of 31
      assertThat(counts[0][3 + item]).isBetween(850, 1150);
    }
    for (int item = 0; item < 2; item++) { // 4,000 expected, with a deviation of 55
      assertThat(counts[2][3 + item]).isBetween(3750, 4250);
    }
  }

  /** Negatives come from what stands in the batch, also where that is drawn. */
  @Test
  void drawnPairsAreTheBatchForInBatchNegatives() {
    SparseMatrix known = SparseMatrix.of(train);
    BprExamples drawn =
        new BprExamples(
            known, 0, PositiveSampling.USERS, new NegativeOptions(NegativeSampling.IN_BATCH, 0));
    NativeBackend.start();
    ExampleBatch batch = new ExampleBatch(drawn, 2);
    int possible = 0;
    int drawnFromBatch = 0;
    for (int seed = 0; seed < 200; seed++) {
      batch.begin(new BatchRange(seed, 10, 12), 0);
      drawn.write(seed, 10, batch, 0);
      drawn.write(seed, 11, batch, 1);
      float[] nodes = batch.input(0);
      for (int row = 0; row < 2; row++) {
        int other = (int) nodes[3 * (1 - row) + 1];
        if (IntStream.of(train.distinctItems((int) nodes[3 * row])).noneMatch(i -> i == other)) {
          possible++;
          drawnFromBatch += nodes[3 * row + 2] == other ? 1 : 0;
        }
      }
    }
    assertThat(possible).isGreaterThan(50);
    assertThat(drawnFromBatch).isGreaterThan((int) (0.95 * possible)); // 8 tries, each hits by half
  }
}
