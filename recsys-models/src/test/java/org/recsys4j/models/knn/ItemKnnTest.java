package org.recsys4j.models.knn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recsys4j.api.FitContext;
import org.recsys4j.api.ScoreBlock;
import org.recsys4j.api.UserBatch;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.contract.SmallData;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.UserHistory;

class ItemKnnTest {
  private static ItemKnn fit(Interactions train, int k, Similarity similarity, double shrinkage) {
    try (Workers workers = new Workers(2)) {
      return new ItemKnn.Factory()
          .fit(
              SmallData.trainingData(train),
              new ItemKnn.Options(k, similarity, shrinkage),
              FitContext.of(1, workers));
    }
  }

  private static float[] scores(ItemKnn model, int... history) {
    ScoreBlock out = new ScoreBlock(1, model.items());
    model.score(UserBatch.ofNewUsers(List.of(UserHistory.of(history))), out);
    return out.scores();
  }

  /**
   * Item 0 is with users 0 to 3, item 1 with users 0 and 1 (0 twice), item 2 with users 1 and 4,
   * item 3 with nobody. Common users: (0, 1) 2, (0, 2) 1, (1, 2) 1.
   */
  private static final Interactions BY_HAND =
      SmallData.of(
          6,
          4,
          new int[][] {{0, 0}, {1, 0}, {2, 0}, {3, 0}, {0, 1}, {0, 1}, {1, 1}, {1, 2}, {4, 2}});

  @Test
  void cosineByHand() {
    ItemKnn model = fit(BY_HAND, 3, Similarity.COSINE, 0);
    double root8 = Math.sqrt(8);
    assertThat(scores(model, 0))
        .containsExactly(
            new float[] {0, (float) (2 / root8), (float) (1 / root8), 0}, within(1e-6f));
    assertThat(scores(model, 1))
        .containsExactly(new float[] {(float) (2 / root8), 0, 0.5f, 0}, within(1e-6f));
  }

  @Test
  void shrunkCosineByHand() {
    ItemKnn model = fit(BY_HAND, 3, Similarity.COSINE, 2);
    assertThat(scores(model, 1))
        .containsExactly(
            new float[] {(float) (2 / (Math.sqrt(8) + 2)), 0, 1 / 4f, 0}, within(1e-6f));
  }

  @Test
  void jaccardByHand() {
    ItemKnn model = fit(BY_HAND, 3, Similarity.JACCARD, 0);
    assertThat(scores(model, 0)).containsExactly(new float[] {0, 2 / 4f, 1 / 5f, 0}, within(1e-6f));
    assertThat(scores(fit(BY_HAND, 3, Similarity.JACCARD, 1), 0))
        .containsExactly(new float[] {0, 2 / 5f, 1 / 6f, 0}, within(1e-6f));
  }

  /** With one neighbour each: 0 and 2 keep item 1 (0.5 beats 1/root 8), 1 keeps 0. */
  @Test
  void everyItemKeepsItsNearestNeighbours() {
    ItemKnn model = fit(BY_HAND, 1, Similarity.COSINE, 0);
    assertThat(model.parameters()).isEqualTo(3);
    float toOne = (float) (2 / Math.sqrt(8));
    assertThat(scores(model, 1)).containsExactly(new float[] {toOne, 0, 0.5f, 0}, within(1e-6f));
    assertThat(scores(model, 2)).containsOnly(0);
  }

  @Test
  void addsTheDistinctItemsOfAHistory() {
    ItemKnn model = fit(BY_HAND, 3, Similarity.JACCARD, 0);
    assertThat(scores(model, 2, 1, 2))
        .containsExactly(new float[] {2 / 4f + 1 / 5f, 1 / 3f, 1 / 3f, 0}, within(1e-6f));
    assertThat(scores(model)).containsOnly(0);
  }

  /** Dense data count whole rows, sparse ones list what they touch: both against a plain loop. */
  @ParameterizedTest
  @CsvSource({
    "60, 40, 900, 7, cosine, 0",
    "60, 40, 900, 100, jaccard, 3",
    "300, 400, 900, 5, cosine, 10",
    "300, 400, 900, 5, jaccard, 0",
  })
  void equalsAPlainLoop(
      int users, int items, int events, int k, String similarity, double shrinkage) {
    Interactions train = SmallData.zipf(users, items, events, 5);
    Similarity kind = Similarity.valueOf(similarity.toUpperCase(Locale.ROOT));
    ItemKnn model = fit(train, k, kind, shrinkage);
    double[][] expected = similarities(train, kind, shrinkage);
    for (int from = 0; from < items; from++) {
      float[] scores = scores(model, from);
      for (int to = 0; to < items; to++) {
        double[] row = expected[to].clone();
        Arrays.sort(row);
        double least = k >= items ? 0 : row[items - k];
        double cell = expected[to][from];
        if (cell > least * (1 + 1e-6)) {
          assertThat((double) scores[to]).isCloseTo(cell, within(1e-6));
        } else if (cell < least * (1 - 1e-6)) {
          assertThat(scores[to]).isZero();
        } else { // one of several equal ones, of which as many stay as there is room
          assertThat(scores[to] == 0 || Math.abs(scores[to] - cell) < 1e-6).isTrue();
        }
      }
    }
  }

  private static double[][] similarities(Interactions train, Similarity kind, double shrinkage) {
    int n = train.items();
    double[][] common = new double[n][n];
    for (int user = 0; user < train.users(); user++) {
      for (int a : train.distinctItems(user)) {
        for (int b : train.distinctItems(user)) {
          common[a][b]++;
        }
      }
    }
    double[][] result = new double[n][n];
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < n; b++) {
        if (a != b && common[a][b] > 0) {
          double denominator =
              kind == Similarity.COSINE
                  ? Math.sqrt(common[a][a] * common[b][b])
                  : common[a][a] + common[b][b] - common[a][b];
          result[a][b] = common[a][b] / (denominator + shrinkage);
        }
      }
    }
    return result;
  }

  @Test
  void refusesOptionsOutOfRange() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ItemKnn.Options(0, Similarity.COSINE, 0))
        .withMessageStartingWith("neighbours: 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ItemKnn.Options(1, Similarity.COSINE, -1))
        .withMessageStartingWith("shrinkage: -1");
  }
}
