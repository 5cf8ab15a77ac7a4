package org.recsys4j.models.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.recsys4j.api.ScoreBlock;
import org.recsys4j.api.UserBatch;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.contract.SmallData;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.UserHistory;
import org.recsys4j.api.random.SeedTree;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;
import org.recsys4j.models.nn.kernel.Activation;
import org.recsys4j.models.nn.layer.DenseSpec;
import org.recsys4j.models.nn.layer.EmbeddingSpec;
import org.recsys4j.models.nn.layer.EmbeddingTable;
import org.recsys4j.models.nn.layer.GradientCheck;
import org.recsys4j.models.nn.layer.NetworkReplica;
import org.recsys4j.models.nn.loss.SoftmaxSpec;

class SequenceModelTest {
  private static final int ITEMS = 211;
  private static final int WIDTH = 24;
  private static final EmbeddingTable TABLE =
      EmbeddingTable.normal("items", ITEMS, WIDTH, true, 1, new SeedTree(3).random());

  private static ComputationGraphConfiguration graph(boolean dense) {
    return dense
        ? GradientCheck.chain(
            DataType.FLOAT,
            new EmbeddingSpec("items", WIDTH),
            new DenseSpec(WIDTH, WIDTH, Activation.TANH),
            new SoftmaxSpec("items"))
        : GradientCheck.chain(
            DataType.FLOAT, new EmbeddingSpec("items", WIDTH), new SoftmaxSpec("items"));
  }

  private static SequenceModel model(int length, boolean dense) {
    float[] parameters = NetworkReplica.initialParameters(graph(dense), new SeedTree(4));
    return new SequenceModel(graph(dense), parameters, TABLE, length);
  }

  private static float[] scores(SequenceModel model, UserBatch users) {
    ScoreBlock out = new ScoreBlock(users.size(), ITEMS);
    Arrays.fill(out.scores(), Float.NaN);
    model.score(users, out);
    return out.scores();
  }

  @Test
  void takesOtherParametersAlsoAfterItHasScored() {
    UserBatch users = UserBatch.ofNewUsers(List.of(UserHistory.of(7, 9), UserHistory.of(50)));
    SequenceModel updated = model(3, true);
    float[] before = scores(updated, users);
    float[] other = NetworkReplica.initialParameters(graph(true), new SeedTree(5));
    updated.update(other);
    float[] after = scores(updated, users);
    assertThat(after).isNotEqualTo(before);
    assertThat(after).isEqualTo(scores(new SequenceModel(graph(true), other, TABLE, 3), users));
  }

  @Test
  void multipliesWhatTheNetworkSaysOfTheLastItem() {
    float[] scores =
        scores(
            model(3, false),
            UserBatch.ofNewUsers(
                List.of(UserHistory.of(7, 9), UserHistory.of(1, 2, 3, 4, 50), UserHistory.of())));
    int[] last = {9, 50};
    for (int row = 0; row < 2; row++) {
      for (int item = 0; item < ITEMS; item++) {
        double product = 0;
        for (int k = 0; k < WIDTH; k++) {
          product += TABLE.values()[last[row] * WIDTH + k] * TABLE.values()[item * WIDTH + k];
        }
        assertThat(scores[row * ITEMS + item]).isCloseTo((float) product, within(1e-4f));
      }
    }
    assertThat(Arrays.copyOfRange(scores, 2 * ITEMS, 3 * ITEMS)).containsOnly(0f);
  }

  @Test
  void sameBatchSameBitsOnAnyThread() {
    SequenceModel model = model(5, true);
    Interactions log = SmallData.zipf(150, ITEMS, 900, 6);
    int[] users = IntStream.range(0, 150).toArray();
    float[] expected = scores(model, UserBatch.of(users, 0, 150, log));
    try (Workers workers = new Workers(4)) {
      workers.run(
          12, i -> assertThat(scores(model, UserBatch.of(users, 0, 150, log))).isEqualTo(expected));
    }
  }

  @Test
  void savedAndLoadedScoresAreTheSameBits(@TempDir Path folder) throws IOException {
    SequenceModel model = model(4, true);
    Path file = folder.resolve("model.npz");
    try (ModelWriter out = new ModelWriter(Files.newOutputStream(file))) {
      model.save(out);
    }
    UserBatch users = UserBatch.ofNewUsers(List.of(UserHistory.of(7, 9, 1, 1, 20)));
    try (ModelReader in = new ModelReader(file)) {
      SequenceModel loaded = SequenceModel.load(in, "items");
      assertThat(scores(loaded, users)).isEqualTo(scores(model, users));
      assertThat(loaded.parameters()).isEqualTo(WIDTH * (ITEMS + WIDTH + 1));
    }
  }
}
