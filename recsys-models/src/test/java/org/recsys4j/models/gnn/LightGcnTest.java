package org.recsys4j.models.gnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recsys4j.api.EpochReport;
import org.recsys4j.api.FitContext;
import org.recsys4j.api.Progress;
import org.recsys4j.api.Recommender;
import org.recsys4j.api.ScoreBlock;
import org.recsys4j.api.TrainingData;
import org.recsys4j.api.UserBatch;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.contract.SmallData;
import org.recsys4j.api.random.SeedTree;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;
import org.recsys4j.models.fit.NegativeOptions;
import org.recsys4j.models.fit.PositiveSampling;
import org.recsys4j.models.nn.optimizer.StepOptions;

class LightGcnTest {
  private final TrainingData train = SmallData.trainingData(SmallData.zipf(300, 200, 6000, 4));
  private final List<EpochReport> reports = new ArrayList<>();

  private static LightGcn.Options options(int epochs) {
    return new LightGcn.Options(
        16,
        3,
        PositiveSampling.PAIRS,
        NegativeOptions.UNIFORM,
        StepOptions.constant(0.01),
        1e-4,
        512,
        epochs,
        0,
        1);
  }

  private Recommender fit(LightGcn.Options options, int threads) {
    try (Workers workers = new Workers(threads)) {
      FitContext context =
          new FitContext(
              "LightGCN",
              new SeedTree(5),
              workers,
              Optional.empty(),
              Progress.SILENT,
              reports::add);
      return new LightGcn.Factory().fit(train, options, context);
    }
  }

  private static byte[] bytes(Recommender model) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ModelWriter out = new ModelWriter(bytes)) {
      model.save(out);
    }
    return bytes.toByteArray();
  }

  @Test
  void threadsDoNotChangeABit() throws IOException {
    byte[] one = bytes(fit(options(2), 1));
    assertThat(bytes(fit(options(2), 2))).isEqualTo(one);
    assertThat(bytes(fit(options(2), 4))).isEqualTo(one);
  }

  @Test
  void lossFallsFromEpochToEpoch() {
    fit(options(12), 1);
    assertThat(reports.get(0).loss()).isLessThanOrEqualTo(Math.log(2) + 0.01);
    assertThat(reports.get(11).loss()).isLessThan(0.6 * reports.get(0).loss());
  }

  /** Nothing is known of them, so that all items have equal scores. */
  @Test
  void usersWithoutEventsHaveNoTaste() {
    Recommender model = fit(options(2), 1);
    ScoreBlock out = new ScoreBlock(1, model.items());
    model.score(UserBatch.of(299, train.interactions().history(299)), out);
    assertThat(out.scores()).containsOnly(0f);
  }

  /** Vectors that are not trained are means of the initial ones over the graph: checked by hand. */
  @Test
  void savesPropagatedVectorsAndTheNetwork(@TempDir Path folder) throws IOException {
    TrainingData two =
        SmallData.trainingData(SmallData.of(2, 2, new int[] {0, 0}, new int[] {1, 1}));
    LightGcn.Options still =
        new LightGcn.Options(
            2,
            1,
            PositiveSampling.PAIRS,
            NegativeOptions.UNIFORM,
            StepOptions.constant(1e-30),
            0,
            10,
            1,
            0,
            1);
    Path file = folder.resolve("model.npz");
    try (Workers workers = new Workers(1);
        ModelWriter out = new ModelWriter(Files.newOutputStream(file))) {
      new LightGcn.Factory().fit(two, still, FitContext.of(5, workers)).save(out);
    }
    try (ModelReader in = new ModelReader(file)) {
      float[] users = in.floats("user-vectors", 2, 2);
      float[] items = in.floats("item-vectors", 2, 2);
      for (int i = 0; i < 4; i++) {
        assertThat(users[i]).isCloseTo(items[i], within(1e-7f)).isNotZero();
      }
      ComputationGraphConfiguration graph =
          ComputationGraphConfiguration.fromJson(in.text("network"));
      assertThat(graph).isEqualTo(new LightGcnNetwork(still).graph());
    }
  }

  /** Where everybody has the same two items of four in common, these come first. */
  @Test
  void knowsTheNeighboursOfNeighbours() {
    float[] scores = new float[200];
    Recommender model = fit(options(10), 2);
    ScoreBlock out = new ScoreBlock(1, 200);
    model.score(UserBatch.of(0, train.interactions().history(0)), out);
    System.arraycopy(out.scores(), 0, scores, 0, 200);
    int[] seen = train.interactions().distinctItems(0);
    double ofSeen = Arrays.stream(seen).mapToDouble(item -> scores[item]).average().orElseThrow();
    double ofAll = 0;
    for (float score : scores) {
      ofAll += score / 200;
    }
    assertThat(ofSeen).isGreaterThan(ofAll + 1);
  }
}
