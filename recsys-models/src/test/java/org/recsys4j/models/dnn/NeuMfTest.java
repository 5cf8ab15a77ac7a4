package org.recsys4j.models.dnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.factory.Nd4j;
import org.recsys4j.api.EpochReport;
import org.recsys4j.api.FitContext;
import org.recsys4j.api.Progress;
import org.recsys4j.api.Recommender;
import org.recsys4j.api.ScoreBlock;
import org.recsys4j.api.TrainingData;
import org.recsys4j.api.TrainingDivergedException;
import org.recsys4j.api.UserBatch;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.contract.SmallData;
import org.recsys4j.api.random.SeedTree;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;
import org.recsys4j.models.fit.NegativeOptions;
import org.recsys4j.models.nn.kernel.Kernels;
import org.recsys4j.models.nn.kernel.NativeBackend;
import org.recsys4j.models.nn.layer.EmbeddingTable;
import org.recsys4j.models.nn.layer.NetworkReplica;
import org.recsys4j.models.nn.optimizer.Rule;
import org.recsys4j.models.nn.optimizer.Schedule;
import org.recsys4j.models.nn.optimizer.StepOptions;

class NeuMfTest {
  private static final NeuMf.Options OPTIONS =
      new NeuMf.Options(
          6,
          5,
          List.of(12, 7, 3),
          0.2,
          0,
          0.5,
          1,
          2,
          NegativeOptions.UNIFORM,
          700,
          StepOptions.constant(0.01),
          0,
          3,
          0,
          1);

  /** More items than one tile has; the last tenth of users and items has no event. */
  private final TrainingData train = SmallData.trainingData(SmallData.zipf(40, 600, 2000, 8));

  private static Recommender fit(TrainingData train, NeuMf.Options options, int threads) {
    try (Workers workers = new Workers(threads)) {
      return new NeuMf.Factory().fit(train, options, FitContext.of(5, workers));
    }
  }

  private float[] scores(Recommender model, int... users) {
    ScoreBlock out = new ScoreBlock(users.length, model.items());
    model.score(UserBatch.of(users, 0, users.length, train.interactions()), out);
    return out.scores();
  }

  /** The saved arrays, put back into Deeplearning4j, give the same probabilities. */
  @Test
  void scoresAsDeeplearning4jDoes(@TempDir Path folder) throws IOException {
    Recommender model = fit(train, OPTIONS, 1);
    Path file = folder.resolve("model.npz");
    try (ModelWriter out = new ModelWriter(Files.newOutputStream(file))) {
      model.save(out);
    }
    int items = train.items();
    float[] actual = scores(model, 0, 1, 2);
    try (ModelReader in = new ModelReader(file);
        Workers workers = new Workers(1)) {
      NativeBackend.start();
      NetworkReplica network =
          new NetworkReplica(
              ComputationGraphConfiguration.fromJson(in.text("network")),
              Nd4j.createFromArray(in.floats("tower", -1)),
              List.of(
                  table(in, "gmf-users", 6),
                  table(in, "gmf-items", 6),
                  table(in, "mlp-users", 5),
                  table(in, "mlp-items", 5)),
              Kernels.plain(),
              workers);
      for (int user = 0; user < 3; user++) {
        float[][] pairs = new float[items][];
        for (int item = 0; item < items; item++) {
          pairs[item] = new float[] {user, item};
        }
        float[] logits = network.output(List.of(Nd4j.create(pairs))).ravel().toFloatVector();
        for (int item = 0; item < items; item++) {
          assertThat(actual[user * items + item]).isCloseTo(logits[item], within(1e-5f));
        }
      }
    }
    assertThat(actual[0]).as("trained, not all alike").isNotEqualTo(actual[items - 1]);
  }

  private static EmbeddingTable table(ModelReader in, String name, int width) throws IOException {
    float[] values = in.floats(name, -1, width);
    return new EmbeddingTable(name, values.length / width, width, values, false);
  }

  /** Several shards a batch, and a last batch that fills none of them. */
  @Test
  void threadsDoNotChangeABitOfManyShards() {
    NeuMf.Options options =
        new NeuMf.Options(
            4,
            4,
            List.of(8),
            0,
            0,
            0.5,
            1,
            3,
            NegativeOptions.UNIFORM,
            7000,
            StepOptions.constant(0.01),
            1e-4,
            2,
            0,
            1);
    TrainingData large = SmallData.trainingData(SmallData.zipf(120, 200, 4000, 2));
    ScoreBlock one = new ScoreBlock(1, 200);
    ScoreBlock four = new ScoreBlock(1, 200);
    UserBatch user = UserBatch.of(3, large.interactions().history(3));
    fit(large, options, 1).score(user, one);
    fit(large, options, 4).score(user, four);
    assertThat(four.scores()).isEqualTo(one.scores());
  }

  @Test
  void lossFallsFromEpochToEpoch() {
    List<EpochReport> reports = new ArrayList<>();
    NeuMf.Options options =
        new NeuMf.Options(
            8,
            8,
            List.of(16, 8),
            0,
            0,
            0.5,
            1,
            3,
            NegativeOptions.UNIFORM,
            1024,
            StepOptions.constant(0.01),
            0,
            6,
            0,
            1);
    try (Workers workers = new Workers(1)) {
      new NeuMf.Factory().fit(train, options, listening(workers, reports));
    }
    assertThat(reports).hasSize(6);
    // As many bits as in a guess that knows the share of positives, and no more.
    double guess = -(0.25 * Math.log(0.25) + 0.75 * Math.log(0.75));
    assertThat(reports.get(5).loss()).isLessThan(0.8 * guess);
    assertThat(reports.get(5).loss()).isLessThan(reports.get(1).loss());
    long pairs = 0;
    for (int user = 0; user < train.users(); user++) {
      pairs += train.interactions().distinctItems(user).length;
    }
    assertThat(reports.get(0).examples()).isEqualTo(4 * pairs);
  }

  @ParameterizedTest
  @CsvSource({"ADAGRAD, 0.05", "SGD, 1"})
  void learnsByOtherRules(Rule rule, double rate) {
    List<EpochReport> reports = new ArrayList<>();
    NeuMf.Options options =
        new NeuMf.Options(
            8,
            8,
            List.of(16, 8),
            0,
            0,
            0.5,
            1,
            3,
            NegativeOptions.UNIFORM,
            1024,
            new StepOptions(rule, rate, Schedule.CONSTANT, 0, 0, 0),
            0,
            3,
            0,
            1);
    try (Workers workers = new Workers(1)) {
      new NeuMf.Factory().fit(train, options, listening(workers, reports));
    }
    assertThat(reports)
        .extracting(EpochReport::loss)
        .isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(reports.get(2).loss()).isLessThan(reports.get(0).loss());
  }

  private static FitContext listening(Workers workers, List<EpochReport> reports) {
    return new FitContext(
        "NeuMF", new SeedTree(5), workers, Optional.empty(), Progress.SILENT, reports::add);
  }

  @Test
  void usersWithoutEventsGetTheMeanOfTheOthers() {
    Recommender model = fit(train, OPTIONS, 1);
    float[] cold = scores(model, 38, 39);
    int items = train.items();
    assertThat(Arrays.copyOfRange(cold, 0, items))
        .isEqualTo(Arrays.copyOfRange(cold, items, 2 * items));
    assertThat(cold[0]).as("popular before unknown").isGreaterThan(cold[items - 1]);
  }

  @Test
  void namesModelAndEpochWhenTheLossIsNoNumber() {
    NeuMf.Options options =
        new NeuMf.Options(
            4,
            4,
            List.of(8),
            0,
            0,
            0.5,
            1,
            2,
            NegativeOptions.UNIFORM,
            500,
            StepOptions.constant(1e30),
            0,
            5,
            0,
            1);
    try (Workers workers = new Workers(1)) {
      FitContext context = listening(workers, new ArrayList<>());
      assertThatExceptionOfType(TrainingDivergedException.class)
          .isThrownBy(() -> new NeuMf.Factory().fit(train, options, context))
          .withMessageContaining("\"NeuMF\" diverged in epoch 1");
    }
  }

  @Test
  void dropsUnitsBetweenThePerceptronsLayersAlone() {
    PairShape shape = new PairShape(40, 600, 6, 5, List.of(12, 7, 3));
    assertThat(shape.graph(0.2).getVertexInputs())
        .containsEntry("mlp-1", List.of("mlp-0"))
        .containsEntry("mlp-2", List.of("mlp-1-dropout"))
        .containsEntry("mlp-3", List.of("mlp-2-dropout"))
        .containsEntry("both", List.of("gmf", "mlp-3"));
    assertThat(shape.graph(0).getVertexInputs()).containsEntry("mlp-2", List.of("mlp-1"));
  }

  @Test
  void equalModelsAreEqualFiles() throws IOException {
    assertThat(bytes(fit(train, OPTIONS, 2))).isEqualTo(bytes(fit(train, OPTIONS, 1)));
  }

  private static byte[] bytes(Recommender model) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ModelWriter out = new ModelWriter(bytes)) {
      model.save(out);
    }
    return bytes.toByteArray();
  }

  @Test
  void refusesANetworkWithoutHiddenLayers() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new NeuMf.Options(
                    4,
                    4,
                    List.of(),
                    0,
                    0,
                    0.5,
                    1,
                    2,
                    NegativeOptions.UNIFORM,
                    500,
                    StepOptions.constant(0.1),
                    0,
                    5,
                    0,
                    1))
        .withMessageStartingWith("hiddenLayers: ");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new NeuMf.Options(
                    4,
                    4,
                    List.of(8, 0),
                    0,
                    0,
                    0.5,
                    1,
                    2,
                    NegativeOptions.UNIFORM,
                    500,
                    StepOptions.constant(0.1),
                    0,
                    5,
                    0,
                    1))
        .withMessageStartingWith("hiddenLayers: ");
  }

  /**
   * With steps after pre-training that move nothing more, the whole scores as the mean of its
   * halves, weighted by the balance.
   */
  @Test
  void beginsWithWhatTheHalvesHaveLearnt() {
    NeuMf.Options whole =
        new NeuMf.Options(
            6,
            5,
            List.of(12, 7),
            0,
            2,
            0.75,
            1e-7,
            2,
            NegativeOptions.UNIFORM,
            700,
            StepOptions.constant(0.01),
            0,
            1,
            0,
            1);
    Gmf.Options products =
        new Gmf.Options(6, 2, NegativeOptions.UNIFORM, 700, StepOptions.constant(0.01), 0, 2, 0, 1);
    Mlp.Options perceptron =
        new Mlp.Options(
            5,
            List.of(12, 7),
            0,
            2,
            NegativeOptions.UNIFORM,
            700,
            StepOptions.constant(0.01),
            0,
            2,
            0,
            1);
    float[] actual = scores(fit(train, whole, 1), 0);
    try (Workers workers = new Workers(1)) {
      FitContext context = FitContext.of(5, workers);
      float[] first = scores(new Gmf.Factory().fit(train, products, context.part("gmf")), 0);
      float[] second = scores(new Mlp.Factory().fit(train, perceptron, context.part("mlp")), 0);
      for (int item = 0; item < actual.length; item++) {
        float expected = 0.75f * first[item] + 0.25f * second[item];
        assertThat(actual[item]).isCloseTo(expected, within(1e-6f));
      }
      assertThat(first).as("two halves that differ").isNotEqualTo(second);
    }
  }

  @Test
  void threadsDoNotChangeABitOfPretraining() {
    NeuMf.Options options =
        new NeuMf.Options(
            6,
            5,
            List.of(12, 7),
            0,
            3,
            0.5,
            1,
            2,
            NegativeOptions.UNIFORM,
            700,
            StepOptions.constant(0.01),
            0,
            1,
            0,
            1);
    assertThat(scores(fit(train, options, 1), 0)).isEqualTo(scores(fit(train, options, 4), 0));
  }
}
