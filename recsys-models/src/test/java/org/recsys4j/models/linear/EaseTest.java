package org.recsys4j.models.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recsys4j.api.FitContext;
import org.recsys4j.api.ScoreBlock;
import org.recsys4j.api.UserBatch;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.contract.SmallData;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.UserHistory;

class EaseTest {
  private static Ease fit(Interactions train, double regularisation) {
    try (Workers workers = new Workers(1)) {
      return new Ease.Factory()
          .fit(
              SmallData.trainingData(train),
              new Ease.Options(regularisation),
              FitContext.of(1, workers));
    }
  }

  /**
   * Baskets {0, 1}, {0, 1}, {1, 2} and {0}, with an item 3 that nobody has. X'X + I is [4 2 0; 2 4
   * 1; 0 1 2] with determinant 20 and inverse [7 -4 2; -4 8 -4; 2 -4 12] / 20; each column is
   * divided by minus its diagonal cell. The pair (0, 1) is there twice and counts once.
   */
  private static final Interactions BY_HAND =
      SmallData.of(
          5, 4, new int[][] {{0, 0}, {0, 1}, {0, 1}, {1, 1}, {1, 0}, {2, 1}, {2, 2}, {3, 0}});

  private static final double[][] WEIGHTS = {
    {0, 4. / 8, -2. / 12, 0}, {4. / 7, 0, 4. / 12, 0}, {-2. / 7, 4. / 8, 0, 0}, {0, 0, 0, 0}
  };

  @Test
  void solvesThreeItemsByHand() {
    Ease model = fit(BY_HAND, 1);
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        assertThat(model.weight(i, j)).isCloseTo((float) WEIGHTS[i][j], within(1e-7f));
      }
    }
    assertThat(model.parameters()).isEqualTo(12);
  }

  @Test
  void addsTheRowsOfDistinctItemsOfTheHistory() {
    Ease model = fit(BY_HAND, 1);
    ScoreBlock out = new ScoreBlock(2, 4);
    model.score(UserBatch.ofNewUsers(List.of(UserHistory.of(1, 0, 1), UserHistory.of())), out);
    float[] expected = {4f / 7, 0.5f, 1f / 6, 0, 0, 0, 0, 0};
    assertThat(out.scores()).containsExactly(expected, within(1e-6f));
  }

  /** Histories of more items than one pass of the gather takes. */
  @Test
  void addsAnyNumberOfRows() {
    Ease model = fit(SmallData.zipf(60, 30, 700, 5), 10);
    for (int length = 0; length <= 9; length++) {
      int[] history = new int[length];
      for (int i = 0; i < length; i++) {
        history[i] = 3 * i;
      }
      ScoreBlock out = new ScoreBlock(1, 30);
      model.score(UserBatch.ofNewUsers(List.of(UserHistory.of(history))), out);
      for (int item = 0; item < 30; item++) {
        double sum = 0;
        for (int from : history) {
          sum += model.weight(from, item);
        }
        assertThat(out.scores()[item]).isCloseTo((float) sum, within(1e-6f));
      }
    }
  }

  /** Against Gauss and Jordan on the dense matrix, over more than one shard of rows. */
  @ParameterizedTest
  @ValueSource(doubles = {0.01, 5, 400})
  void equalsANaiveSolution(double regularisation) {
    Interactions train = SmallData.zipf(200, 90, 3000, 11);
    Ease model = fit(train, regularisation);
    double[][] expected = naive(train, regularisation);
    for (int i = 0; i < expected.length; i++) {
      assertThat(model.weight(i, i)).isZero();
      for (int j = 0; j < expected.length; j++) {
        double cell = expected[i][j];
        assertThat((double) model.weight(i, j))
            .isCloseTo(cell, within(1e-6 * (1 + Math.abs(cell))));
      }
    }
  }

  private static double[][] naive(Interactions train, double regularisation) {
    int n = train.items();
    double[][] gram = new double[n][2 * n];
    for (int user = 0; user < train.users(); user++) {
      double[] row = new double[n];
      for (int p = train.start(user); p < train.end(user); p++) {
        row[train.item(p)] = 1;
      }
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          gram[i][j] += row[i] * row[j];
        }
      }
    }
    for (int i = 0; i < n; i++) {
      gram[i][i] += regularisation;
      gram[i][n + i] = 1;
    }
    for (int pivot = 0; pivot < n; pivot++) {
      double scale = 1 / gram[pivot][pivot];
      for (int j = 0; j < 2 * n; j++) {
        gram[pivot][j] *= scale;
      }
      for (int i = 0; i < n; i++) {
        double factor = gram[i][pivot];
        for (int j = 0; i != pivot && j < 2 * n; j++) {
          gram[i][j] -= factor * gram[pivot][j];
        }
      }
    }
    double[][] weights = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        weights[i][j] = i == j ? 0 : -gram[i][n + j] / gram[j][n + j];
      }
    }
    return weights;
  }

  @Test
  void refusesARegularisationThatIsNotPositive() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Ease.Options(0))
        .withMessageStartingWith("regularisation: 0");
  }

  /** Two items with the same users make X'X singular; no number is better than a wrong one. */
  @Test
  void refusesARegularisationThatIsLostInRounding() {
    Interactions twins = SmallData.of(2, 2, new int[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}});
    assertThatIllegalArgumentException()
        .isThrownBy(() -> fit(twins, 1e-300))
        .withMessageContaining("regularisation: 1.0E-300 is too small for");
  }
}
