package org.recsys4j.models.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.recsys4j.api.EpochReport;
import org.recsys4j.api.FitContext;
import org.recsys4j.api.Progress;
import org.recsys4j.api.ScoreBlock;
import org.recsys4j.api.UserBatch;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.contract.SmallData;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.UserHistory;
import org.recsys4j.api.random.SeedTree;
import org.recsys4j.models.sparse.SparseMatrix;

class IalsTest {
  private static final int D = 5;
  private static final Interactions TRAIN = SmallData.zipf(60, 40, 700, 3);

  private final List<EpochReport> reports = new ArrayList<>();

  private Ials fit(Interactions train, Ials.Options options, int threads) {
    try (Workers workers = new Workers(threads)) {
      FitContext context =
          new FitContext(
              "ials", new SeedTree(1), workers, Optional.empty(), Progress.SILENT, reports::add);
      return new Ials.Factory().fit(SmallData.trainingData(train), options, context);
    }
  }

  private static Ials.Options options(Confidence confidence, int iterations) {
    return new Ials.Options(D, 0.7, 3, confidence, iterations, 30, 0);
  }

  private static double[][] rows(float[] flat) {
    double[][] rows = new double[flat.length / D][D];
    for (int i = 0; i < flat.length; i++) {
      rows[i / D][i % D] = flat[i];
    }
    return rows;
  }

  private static double[][] users(Ials model) {
    return rows(Saved.array(model, "user-factors", -1, D));
  }

  private static double[][] items(Ials model) {
    return rows(Saved.array(model, "item-factors", -1, D));
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < D; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }

  /** Weights above 1 of all cells, users x items, from the definition. */
  private static double[][] weights(Interactions train, Confidence confidence, double alpha) {
    double[][] weights = new double[train.users()][train.items()];
    for (int user = 0; user < train.users(); user++) {
      for (int i = train.start(user); i < train.end(user); i++) {
        double more = confidence == Confidence.BINARY ? alpha : alpha * train.value(i);
        double old = weights[user][train.item(i)];
        weights[user][train.item(i)] = confidence == Confidence.BINARY ? more : old + more;
      }
    }
    return weights;
  }

  /** {@code (sum of c y y' + r I) x = sum of c p y}, over all cells of a row: left beside right. */
  private static double[][] system(double[] weights, double[][] fixed, double regularisation) {
    double[][] system = new double[D][D + 1];
    for (int i = 0; i < fixed.length; i++) {
      for (int a = 0; a < D; a++) {
        for (int b = 0; b < D; b++) {
          system[a][b] += (1 + weights[i]) * fixed[i][a] * fixed[i][b];
        }
        system[a][D] += weights[i] > 0 ? (1 + weights[i]) * fixed[i][a] : 0;
      }
    }
    for (int a = 0; a < D; a++) {
      system[a][a] += regularisation;
    }
    return system;
  }

  /** Solves it by Gauss. */
  private static double[] exact(double[] weights, double[][] fixed, double regularisation) {
    double[][] system = system(weights, fixed, regularisation);
    for (int pivot = 0; pivot < D; pivot++) {
      for (int a = 0; a < D; a++) {
        double factor = a == pivot ? 0 : system[a][pivot] / system[pivot][pivot];
        for (int b = 0; b <= D; b++) {
          system[a][b] -= factor * system[pivot][b];
        }
      }
    }
    double[] x = new double[D];
    for (int a = 0; a < D; a++) {
      x[a] = system[a][D] / system[a][a];
    }
    return x;
  }

  private static double loss(double[][] weights, double[][] users, double[][] items) {
    double loss = 0;
    for (int u = 0; u < users.length; u++) {
      for (int i = 0; i < items.length; i++) {
        double wanted = weights[u][i] > 0 ? 1 : 0;
        loss += (1 + weights[u][i]) * Math.pow(wanted - dot(users[u], items[i]), 2);
      }
      loss += 0.7 * dot(users[u], users[u]);
    }
    for (double[] item : items) {
      loss += 0.7 * dot(item, item);
    }
    return loss;
  }

  @ParameterizedTest
  @EnumSource(Confidence.class)
  void itemsSolveTheirNormalEquations(Confidence confidence) {
    Ials model = fit(TRAIN, options(confidence, 2), 1);
    double[][] users = users(model);
    double[][] items = items(model);
    double[][] weights = weights(TRAIN, confidence, 3);
    for (int item = 0; item < items.length; item++) {
      double[] column = new double[users.length];
      for (int user = 0; user < users.length; user++) {
        column[user] = weights[user][item];
      }
      assertThat(items[item]).containsExactly(exact(column, users, 0.7), within(1e-4));
    }
  }

  /** At the end no vector can be improved: the gradient of the loss is zero everywhere. */
  @ParameterizedTest
  @EnumSource(Confidence.class)
  void convergesToAStationaryPoint(Confidence confidence) {
    Ials model = fit(TRAIN, options(confidence, 1000), 2);
    double[][] weights = weights(TRAIN, confidence, 3);
    double[][] users = users(model);
    double[][] items = items(model);
    for (int user = 0; user < users.length; user++) {
      assertThat(users[user]).containsExactly(exact(weights[user], items, 0.7), within(2e-3));
    }
    double pairs = SparseMatrix.of(TRAIN).cells();
    assertThat(reports.get(999).loss())
        .isCloseTo(loss(weights, users, items) / pairs, within(1e-4));
  }

  @Test
  void lossNeverRises() {
    fit(TRAIN, new Ials.Options(D, 0.7, 3, Confidence.BINARY, 30, 3, 0), 1);
    assertThat(reports).hasSize(30);
    for (int i = 1; i < reports.size(); i++) {
      double before = reports.get(i - 1).loss();
      assertThat(reports.get(i).loss()).isLessThan(before * (1 + 1e-6));
    }
    assertThat(reports.get(29).loss()).isLessThan(0.9 * reports.get(0).loss());
  }

  /** A new user with the history of a known one gets the vector that the items call for. */
  @Test
  void foldsNewUsersIn() {
    Ials model = fit(TRAIN, options(Confidence.VALUE, 10), 1);
    double[][] items = items(model);
    double[][] weights = weights(TRAIN, Confidence.VALUE, 3);
    ScoreBlock out = new ScoreBlock(3, TRAIN.items());
    UserHistory none = UserHistory.of();
    model.score(UserBatch.ofNewUsers(List.of(TRAIN.history(4), none, TRAIN.history(9))), out);
    double[][] expected = {
      exact(weights[4], items, 0.7), new double[D], exact(weights[9], items, 0.7)
    };
    for (int row = 0; row < 3; row++) {
      for (int item = 0; item < TRAIN.items(); item++) {
        assertThat((double) out.scores()[out.offset(row) + item])
            .isCloseTo(dot(expected[row], items[item]), within(1e-4));
      }
    }
  }

  /**
   * Rows of more cells than one block holds are solved in parts. Their users have one of two
   * histories, so that the system hardly determines some directions of its solution: what is left
   * of the right side is to be small, where the solution itself may differ between processors.
   */
  @Test
  void solvesRowsThatExceedABlock() {
    int users = CellBlock.CAPACITY * 2 + 100;
    int[][] pairs = new int[users + users / 2][];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = i < users ? new int[] {i, 0} : new int[] {2 * (i - users), 1};
    }
    Interactions train = SmallData.of(users, 2, pairs);
    Ials model = fit(train, options(Confidence.BINARY, 2), 1);
    double[][] vectors = users(model);
    double[][] weights = weights(train, Confidence.BINARY, 3);
    for (int item = 0; item < 2; item++) {
      double[] column = new double[users];
      for (int user = 0; user < users; user++) {
        column[user] = weights[user][item];
      }
      double[][] system = system(column, vectors, 0.7);
      double[] vector = items(model)[item];
      double largest = Arrays.stream(system).mapToDouble(row -> Math.abs(row[D])).max().orElse(0);
      for (double[] row : system) {
        assertThat(dot(row, vector) - row[D]).isCloseTo(0, within(1e-4 * largest));
      }
    }
  }

  @Test
  void whoHasNoEventsHasTheZeroVector() {
    Ials model = fit(TRAIN, options(Confidence.BINARY, 3), 1);
    for (int user = 0; user < TRAIN.users(); user++) {
      assertThat(dot(users(model)[user], users(model)[user]) == 0)
          .isEqualTo(TRAIN.count(user) == 0);
    }
  }

  @Test
  void aPairThatAddsUpToNothingWasNotObserved() {
    int[] users = {0, 0, 1, 1, 2, 2};
    int[] items = {0, 1, 1, 2, 0, 0};
    float[] values = {1, 2, 1, 1, 3, -3};
    Interactions with = Interactions.of(3, 3, users, items, values, new long[0], 6);
    Interactions without = Interactions.of(3, 3, users, items, values, new long[0], 4);
    assertThat(Saved.array(fit(with, options(Confidence.VALUE, 5), 1), "item-factors", -1, D))
        .isEqualTo(
            Saved.array(fit(without, options(Confidence.VALUE, 5), 1), "item-factors", -1, D));
  }

  @Test
  void refusesOptionsOutOfRange() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Ials.Options(0, 1, 1, Confidence.BINARY, 1, 1, 0))
        .withMessageStartingWith("factors: 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Ials.Options(1, 0, 1, Confidence.BINARY, 1, 1, 0))
        .withMessageStartingWith("regularisation: 0");
  }
}
