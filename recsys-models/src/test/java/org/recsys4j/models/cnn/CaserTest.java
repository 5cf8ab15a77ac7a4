package org.recsys4j.models.cnn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.junit.jupiter.api.Test;
import org.recsys4j.api.EpochReport;
import org.recsys4j.api.FitContext;
import org.recsys4j.api.Progress;
import org.recsys4j.api.Recommender;
import org.recsys4j.api.ScoreBlock;
import org.recsys4j.api.TrainingData;
import org.recsys4j.api.UserBatch;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.contract.SmallData;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.UserHistory;
import org.recsys4j.api.random.SeedTree;
import org.recsys4j.api.store.ModelWriter;
import org.recsys4j.models.fit.ExampleBatch;
import org.recsys4j.models.fit.NegativeOptions;
import org.recsys4j.models.nn.kernel.NativeBackend;
import org.recsys4j.models.nn.optimizer.StepOptions;

class CaserTest {
  private final List<EpochReport> reports = new ArrayList<>();

  private static Caser.Options options(boolean userEmbedding, int epochs) {
    return new Caser.Options(
        8,
        3,
        2,
        2,
        NegativeOptions.UNIFORM,
        4,
        2,
        userEmbedding,
        0.2,
        256,
        StepOptions.constant(0.01),
        1e-6,
        epochs,
        0,
        1);
  }

  private Recommender fit(Interactions train, Caser.Options options, int threads) {
    TrainingData data = SmallData.trainingData(train);
    try (Workers workers = new Workers(threads)) {
      FitContext context =
          new FitContext(
              "Caser", new SeedTree(5), workers, Optional.empty(), Progress.SILENT, reports::add);
      return new Caser.Factory().fit(data, options, context);
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
    Interactions train = SmallData.zipf(100, 60, 2000, 4);
    byte[] one = bytes(fit(train, options(true, 2), 1));
    assertThat(bytes(fit(train, options(true, 2), 2))).isEqualTo(one);
    assertThat(bytes(fit(train, options(true, 2), 4))).isEqualTo(one);
  }

  /** Every user goes round the same circle of items, each from a start of its own. */
  @Test
  void learnsWhatFollowsWhat() {
    int[][] events = new int[30 * 5][];
    for (int i = 0; i < events.length; i++) {
      events[i] = new int[] {i / 5, (i / 5 + i % 5) % 15};
    }
    Caser.Options options =
        new Caser.Options(
            16,
            3,
            1,
            3,
            NegativeOptions.UNIFORM,
            8,
            2,
            false,
            0,
            64,
            StepOptions.constant(0.02),
            0,
            60,
            0,
            1);
    Recommender model = fit(SmallData.of(30, 15, events), options, 2);
    ScoreBlock out = new ScoreBlock(2, 15);
    model.score(
        UserBatch.ofNewUsers(List.of(UserHistory.of(4, 5, 6), UserHistory.of(1, 11, 12, 13))), out);
    assertThat(best(out, 0, List.of(4, 5, 6))).isEqualTo(7);
    assertThat(best(out, 1, List.of(1, 11, 12, 13))).isEqualTo(14);
    assertThat(reports.get(59).loss()).isLessThan(0.3 * reports.get(0).loss());
  }

  /** Of the items that are not in the history; those in it are negatives of nobody like it. */
  private static int best(ScoreBlock out, int row, List<Integer> history) {
    int best = 0;
    for (int item = 0; item < 15; item++) {
      float score = out.scores()[out.offset(row) + item];
      best = !history.contains(item) && score > out.scores()[out.offset(row) + best] ? item : best;
    }
    return best;
  }

  private static List<List<Integer>> examples(Interactions train, Caser.Options options) {
    NativeBackend.start();
    CaserExamples examples = new CaserExamples(train, options);
    ExampleBatch batch = new ExampleBatch(examples, 1);
    List<List<Integer>> all = new ArrayList<>();
    for (int position = 0; position < examples.count(); position++) {
      examples.write(3, position, batch, 0);
      List<Integer> one = new ArrayList<>();
      for (int i = 0; i < options.length(); i++) {
        one.add((int) batch.input(0)[i]);
      }
      one.add((int) batch.input(1)[0]);
      for (float label : Arrays.copyOf(batch.labels(), options.targets())) {
        one.add((int) label);
      }
      all.add(one);
      for (int i = options.targets(); i < examples.labelWidth(); i++) {
        int negative = (int) batch.labels()[i];
        assertThat(train.distinctItems(one.get(options.length()))).doesNotContain(negative);
      }
    }
    return all;
  }

  /** Three items to read, the user, two targets. */
  @Test
  void windowsAdvanceByOneEventAndAreFilledUpAtTheFront() {
    Interactions train =
        SmallData.of(
            4,
            9,
            new int[] {0, 8},
            new int[] {1, 0},
            new int[] {1, 1},
            new int[] {1, 2},
            new int[] {3, 1},
            new int[] {3, 2},
            new int[] {3, 3},
            new int[] {3, 4},
            new int[] {3, 5},
            new int[] {3, 6});
    assertThat(examples(train, options(true, 1)))
        .containsExactlyInAnyOrder(
            List.of(-1, -1, -1, 0, -1, 8),
            List.of(-1, -1, 0, 1, 1, 2),
            List.of(1, 2, 3, 3, 4, 5),
            List.of(2, 3, 4, 3, 5, 6));
  }

  @Test
  void networksSurviveJson() {
    for (boolean userEmbedding : new boolean[] {true, false}) {
      ComputationGraphConfiguration graph =
          CaserShape.of(10, 20, options(userEmbedding, 1)).graph(0.2, 3);
      assertThat(ComputationGraphConfiguration.fromJson(graph.toJson())).isEqualTo(graph);
    }
  }
}
