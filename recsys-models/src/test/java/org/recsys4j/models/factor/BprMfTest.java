package org.recsys4j.models.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.recsys4j.api.EpochReport;
import org.recsys4j.api.FitContext;
import org.recsys4j.api.Progress;
import org.recsys4j.api.TrainingDivergedException;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.contract.SmallData;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.random.SeedTree;

class BprMfTest {
  private static final int D = 3;

  /** One pair, and one item that the user had not: an epoch is one sample, and it is known. */
  private static final Interactions ONE = SmallData.of(2, 2, new int[] {0, 1});

  private final List<EpochReport> reports = new ArrayList<>();

  private BprMf fit(Interactions train, BprMf.Options options, int threads) {
    try (Workers workers = new Workers(threads)) {
      FitContext context =
          new FitContext(
              "my model",
              new SeedTree(5),
              workers,
              Optional.empty(),
              Progress.SILENT,
              reports::add);
      return new BprMf.Factory().fit(SmallData.trainingData(train), options, context);
    }
  }

  private static BprMf.Options options(Optimizer optimizer, double rate, int epochs) {
    return new BprMf.Options(D, rate, 0.3, optimizer, true, epochs, 1, 0, 1);
  }

  /** User's vector, vectors of items 1 (had) and 0 (not had), their biases. */
  private static double[] parameters(BprMf model) {
    float[] users = Saved.array(model, "user-factors", 2, D);
    float[] items = Saved.array(model, "item-factors", 2, D);
    float[] biases = Saved.array(model, "item-biases", 2);
    double[] all = new double[3 * D + 2];
    for (int k = 0; k < D; k++) {
      all[k] = users[k];
      all[D + k] = items[D + k];
      all[2 * D + k] = items[k];
    }
    all[3 * D] = biases[1];
    all[3 * D + 1] = biases[0];
    return all;
  }

  /** What one sample goes uphill on. */
  private static double objective(double[] p) {
    double x = p[3 * D] - p[3 * D + 1];
    double squares = 0;
    for (int k = 0; k < D; k++) {
      x += p[k] * (p[D + k] - p[2 * D + k]);
    }
    for (double value : p) {
      squares += value * value;
    }
    return -Math.log1p(Math.exp(-x)) - 0.3 / 2 * squares;
  }

  private static double[] numericGradient(double[] p) {
    double[] gradient = new double[p.length];
    for (int i = 0; i < p.length; i++) {
      double[] up = p.clone();
      double[] down = p.clone();
      up[i] += 1e-5;
      down[i] -= 1e-5;
      gradient[i] = (objective(up) - objective(down)) / 2e-5;
    }
    return gradient;
  }

  /** A rate so small that nothing moves leaves the initial parameters. */
  private double[] initial() {
    return parameters(fit(ONE, options(Optimizer.SGD, 1e-30, 1), 1));
  }

  @Test
  void aStepOfGradientDescentFollowsTheGradient() {
    double[] before = initial();
    double[] after = parameters(fit(ONE, options(Optimizer.SGD, 0.25, 1), 1));
    double[] gradient = numericGradient(before);
    for (int i = 0; i < before.length; i++) {
      assertThat((after[i] - before[i]) / 0.25).isCloseTo(gradient[i], within(1e-5));
    }
  }

  /** The first step of AdaGrad is the rate, in the direction of the gradient. */
  @Test
  void theFirstStepOfAdagradIsTheRate() {
    double[] before = initial();
    double[] after = parameters(fit(ONE, options(Optimizer.ADAGRAD, 0.01, 1), 1));
    double[] gradient = numericGradient(before);
    for (int i = 0; i < before.length; i++) {
      assertThat(after[i] - before[i]).isCloseTo(0.01 * Math.signum(gradient[i]), within(1e-5));
    }
  }

  /** The second one is smaller: the rate times g2 over the root of g1 squared plus g2 squared. */
  @Test
  void theSecondStepOfAdagradRemembersTheFirst() {
    double[] first = parameters(fit(ONE, options(Optimizer.ADAGRAD, 0.01, 1), 1));
    double[] second = parameters(fit(ONE, options(Optimizer.ADAGRAD, 0.01, 2), 1));
    double[] g1 = numericGradient(initial());
    double[] g2 = numericGradient(first);
    for (int i = 0; i < first.length; i++) {
      assertThat(second[i] - first[i])
          .isCloseTo(0.01 * g2[i] / Math.hypot(g1[i], g2[i]), within(1e-5));
    }
  }

  @Test
  void reportsTheLossOfTheSamples() {
    fit(ONE, options(Optimizer.SGD, 1e-30, 1), 1);
    double[] p = initial();
    double penalty = 0;
    for (double value : p) {
      penalty += 0.3 / 2 * value * value;
    }
    assertThat(reports.get(0).loss()).isCloseTo(-objective(p) - penalty, within(1e-6));
    assertThat(reports.get(0).examples()).isEqualTo(1);
  }

  /** The default options for size, and batches that do not divide an epoch. */
  @ParameterizedTest
  @EnumSource(Optimizer.class)
  void threadsDoNotChangeABit(Optimizer optimizer) {
    Interactions train = SmallData.zipf(300, 200, 20_000, 4);
    BprMf.Options options = new BprMf.Options(16, 0.05, 0.01, optimizer, true, 3, 1000, 0, 1);
    BprMf one = fit(train, options, 1);
    for (int threads : new int[] {2, 3, 4}) {
      BprMf many = fit(train, options, threads);
      for (String name : List.of("user-factors", "item-factors")) {
        assertThat(Saved.array(many, name, -1, 16)).isEqualTo(Saved.array(one, name, -1, 16));
      }
      assertThat(Saved.array(many, "item-biases", -1))
          .isEqualTo(Saved.array(one, "item-biases", -1));
    }
    assertThat(reports).extracting(EpochReport::epoch).hasSize(12);
    for (int epoch = 0; epoch < 12; epoch++) {
      assertThat(reports.get(epoch).loss()).isEqualTo(reports.get(epoch % 3).loss());
    }
  }

  @Test
  void learns() {
    BprMf.Options options = new BprMf.Options(8, 0.1, 0.01, Optimizer.SGD, true, 20, 50, 0, 1);
    fit(SmallData.zipf(100, 60, 2000, 4), options, 1);
    assertThat(reports.get(19).loss()).isLessThan(0.7 * reports.get(0).loss());
    assertThat(reports.get(0).loss()).isLessThan(Math.log(2));
  }

  /** Whoever has had everything gives no sample, and whoever has no events has no taste. */
  @Test
  void usersWithoutSamplesStayAsTheyWere() {
    Interactions train = SmallData.of(3, 2, new int[] {0, 0}, new int[] {0, 1}, new int[] {1, 1});
    BprMf model = fit(train, options(Optimizer.SGD, 0.1, 5), 1);
    float[] untrained =
        Saved.array(fit(train, options(Optimizer.SGD, 1e-30, 5), 1), "user-factors", 3, D);
    float[] users = Saved.array(model, "user-factors", 3, D);
    for (int k = 0; k < D; k++) {
      assertThat(users[k]).isEqualTo(untrained[k]).isNotZero();
      assertThat(users[D + k]).isNotEqualTo(untrained[D + k]);
      assertThat(users[2 * D + k]).isZero();
    }
    assertThat(reports.get(4).examples()).isLessThan(3);
  }

  @Test
  void aRateThatIsMuchTooLargeEndsInAMessage() {
    Interactions train = SmallData.zipf(30, 20, 300, 4);
    assertThatThrownBy(() -> fit(train, options(Optimizer.SGD, 1e20, 50), 1))
        .isInstanceOf(TrainingDivergedException.class)
        .hasMessageMatching("model \"my model\" diverged in epoch \\d+: .*(batch|parameter).*");
  }

  @Test
  void refusesOptionsOutOfRange() {
    assertThatThrownBy(() -> options(Optimizer.SGD, 0, 1))
        .hasMessageStartingWith("learningRate: 0");
    assertThatThrownBy(() -> options(Optimizer.SGD, 0.1, 0)).hasMessageStartingWith("epochs: 0");
  }
}
