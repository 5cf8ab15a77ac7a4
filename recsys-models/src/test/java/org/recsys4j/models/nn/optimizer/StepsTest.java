package org.recsys4j.models.nn.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;
import org.recsys4j.models.nn.layer.EmbeddingTable;
import org.recsys4j.models.nn.layer.TableGradient;

class StepsTest {
  private static Steps steps(Schedule schedule, int warmUp, long most) {
    return new Steps(new StepOptions(Rule.SGD, 0.5, schedule, warmUp, 0, 0), most);
  }

  private static double[] rates(Steps steps, int count) {
    double[] rates = new double[count];
    Arrays.setAll(rates, i -> steps.rate(i + 1));
    return rates;
  }

  @Test
  void constantRatesDoNotChangeABit() {
    for (long step : new long[] {1, 7, 1_000_000}) {
      assertThat(steps(Schedule.CONSTANT, 0, 10).rate(step)).isEqualTo(0.5f);
    }
    assertThat(new Steps(StepOptions.constant(0.1), 3).rate(2)).isEqualTo((float) 0.1);
  }

  @Test
  void warmUpGrowsToTheFullRate() {
    assertThat(rates(steps(Schedule.CONSTANT, 4, 10), 6))
        .containsExactly(0.125, 0.25, 0.375, 0.5, 0.5, 0.5);
  }

  @Test
  void linearRatesReachZeroBehindTheLastStep() {
    assertThat(rates(steps(Schedule.LINEAR, 0, 4), 5)).containsExactly(0.5, 0.375, 0.25, 0.125, 0);
    assertThat(rates(steps(Schedule.LINEAR, 2, 6), 8))
        .containsExactly(0.25, 0.5, 0.5, 0.375, 0.25, 0.125, 0, 0);
  }

  /** A third of half a wave leaves 3/4, half 1/2, two thirds 1/4. */
  @Test
  void cosineRatesFollowHalfAWave() {
    assertThat(rates(steps(Schedule.COSINE, 1, 7), 8))
        .usingComparatorWithPrecision(1e-7)
        .containsExactly(
            0.5,
            0.5,
            0.25 * (1 + Math.sqrt(0.75)),
            0.375,
            0.25,
            0.125,
            0.25 * (1 - Math.sqrt(0.75)),
            0);
  }

  @Test
  void warmUpMayOutlastTheTraining() {
    assertThat(rates(steps(Schedule.COSINE, 8, 4), 4)).containsExactly(0.0625, 0.125, 0.1875, 0.25);
  }

  private static void step(DenseOptimizer optimizer, Workers workers) {
    step(optimizer, 1, workers);
  }

  private static void step(DenseOptimizer optimizer, float slope, Workers workers) {
    optimizer.step(
        1,
        (gradient, from, to, count) -> Arrays.fill(to, 0, count, slope),
        1,
        (all, from, count) -> {},
        workers);
  }

  /** Gradients of 1: parameters fall by the rates 0.25, 0.5, 0.5 and 0.25. */
  @Test
  void optimisersStepByTheSchedule() {
    float[] vector = {3};
    EmbeddingTable table = new EmbeddingTable("t", 2, 1, new float[] {3, 3}, false);
    DenseOptimizer dense = new DenseOptimizer(vector, steps(Schedule.LINEAR, 2, 4));
    TableOptimizer rows = new TableOptimizer(table, steps(Schedule.LINEAR, 2, 4), 0);
    try (Workers workers = new Workers(1)) {
      for (int i = 0; i < 4; i++) {
        TableGradient gradient = new TableGradient(table);
        gradient.add(1, new float[] {1}, 0);
        step(dense, workers);
        rows.step(List.of(gradient), 1, workers);
      }
    }
    assertThat(vector[0]).isEqualTo(1.5f);
    assertThat(table.values()).containsExactly(3, 1.5f);
  }

  /** Gradients of 3 and 4 at a rate of 0.1, worked by hand. */
  @ParameterizedTest
  @CsvSource({"SGD, 0.7, 0.3", "ADAGRAD, 0.9, 0.82", "ADAM, 0.9, 0.800268"})
  void everyRuleMovesVectorsAndRowsAlike(Rule rule, float first, float second) {
    Steps steps = new Steps(new StepOptions(rule, 0.1, Schedule.CONSTANT, 0, 0, 0), 2);
    float[] vector = {1};
    EmbeddingTable table = new EmbeddingTable("t", 2, 1, new float[] {1, 1}, false);
    DenseOptimizer dense = new DenseOptimizer(vector, steps);
    TableOptimizer rows = new TableOptimizer(table, steps, 0);
    try (Workers workers = new Workers(1)) {
      for (float[] move : new float[][] {{3, first}, {4, second}}) {
        TableGradient gradient = new TableGradient(table);
        gradient.add(1, new float[] {move[0]}, 0);
        step(dense, move[0], workers);
        rows.step(List.of(gradient), 1, workers);
        assertThat(vector[0]).isCloseTo(move[1], within(1e-6f));
        assertThat(table.values()[1]).isCloseTo(move[1], within(1e-6f));
      }
    }
    assertThat(table.values()[0]).as("a row that was not used").isEqualTo(1);
  }

  @Test
  void goesOnWithTheRateWhereItWas(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("steps.npz");
    float[] vector = {3};
    try (Workers workers = new Workers(1)) {
      DenseOptimizer first = new DenseOptimizer(vector, steps(Schedule.LINEAR, 2, 4));
      step(first, workers);
      step(first, workers);
      try (ModelWriter out = new ModelWriter(Files.newOutputStream(file))) {
        first.save(out);
      }
      DenseOptimizer second = new DenseOptimizer(vector, steps(Schedule.LINEAR, 2, 4));
      try (ModelReader in = new ModelReader(file)) {
        second.load(in);
      }
      step(second, workers);
      step(second, workers);
    }
    assertThat(vector[0]).isEqualTo(1.5f);
  }

  /** Norm 5 is brought to 1, and 0.5 of the rate of 0.5 is taken off first. */
  @Test
  void clipsAndDecays() {
    float[] vector = {4, 8};
    DenseOptimizer optimizer =
        new DenseOptimizer(
            vector, new Steps(new StepOptions(Rule.SGD, 0.5, Schedule.CONSTANT, 0, 0.5, 1), 1));
    try (Workers workers = new Workers(1)) {
      optimizer.step(
          1,
          (gradient, from, to, count) -> {
            to[0] = 3;
            to[1] = 4;
          },
          1,
          (all, from, count) -> {},
          workers);
    }
    assertThat(vector[0]).isCloseTo(4 * 0.75f - 0.5f * 0.6f, within(1e-6f));
    assertThat(vector[1]).isCloseTo(8 * 0.75f - 0.5f * 0.8f, within(1e-6f));
  }

  @Test
  void refusesWhatIsNoStep() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StepOptions.constant(0))
        .withMessageStartingWith("learningRate: ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StepOptions(Rule.ADAM, 1, Schedule.LINEAR, -1, 0, 0))
        .withMessageStartingWith("warmUp: ");
  }
}
