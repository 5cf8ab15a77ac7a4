package org.recsys4j.models.cnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.junit.jupiter.api.Test;
import org.recsys4j.api.FitContext;
import org.recsys4j.api.Recommender;
import org.recsys4j.api.ScoreBlock;
import org.recsys4j.api.UserBatch;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.contract.SmallData;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.UserHistory;
import org.recsys4j.api.store.ModelWriter;
import org.recsys4j.models.fit.NegativeOptions;
import org.recsys4j.models.fit.NegativeSampling;
import org.recsys4j.models.nn.optimizer.StepOptions;

class NextItNetTest {
  private static NextItNet.Options options(int negatives, int epochs) {
    return new NextItNet.Options(
        16,
        3,
        List.of(1, 2),
        12,
        negatives,
        new NegativeOptions(NegativeSampling.POPULARITY, 0.5),
        16,
        StepOptions.constant(0.01),
        epochs,
        0,
        1);
  }

  private static Recommender fit(Interactions train, NextItNet.Options options, int threads) {
    try (Workers workers = new Workers(threads)) {
      return new NextItNet.Factory()
          .fit(SmallData.trainingData(train), options, FitContext.of(5, workers));
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
    for (int negatives : new int[] {0, 8}) {
      byte[] one = bytes(fit(train, options(negatives, 2), 1));
      assertThat(bytes(fit(train, options(negatives, 2), 2))).isEqualTo(one);
      assertThat(bytes(fit(train, options(negatives, 2), 4))).isEqualTo(one);
    }
  }

  /** What comes next follows from the item four steps back alone, which one window does not see. */
  @Test
  void remembersWhatLiesFurtherBack() {
    int[][] events = new int[60 * 6][];
    for (int user = 0; user < 60; user++) {
      for (int step = 0; step < 6; step++) {
        int item = step == 0 ? user % 4 : step == 5 ? 9 + user % 4 : 3 + step;
        events[user * 6 + step] = new int[] {user, item};
      }
    }
    Recommender model = fit(SmallData.of(60, 13, events), options(0, 60), 2);
    ScoreBlock out = new ScoreBlock(4, 13);
    model.score(
        UserBatch.ofNewUsers(
            List.of(
                UserHistory.of(0, 4, 5, 6, 7),
                UserHistory.of(1, 4, 5, 6, 7),
                UserHistory.of(2, 4, 5, 6, 7),
                UserHistory.of(3, 4, 5, 6, 7))),
        out);
    for (int row = 0; row < 4; row++) {
      int best = 0;
      for (int item = 0; item < 13; item++) {
        boolean better =
            out.scores()[out.offset(row) + item] > out.scores()[out.offset(row) + best];
        best = better ? item : best;
      }
      assertThat(best).as("after %d", row).isEqualTo(9 + row);
    }
  }

  @Test
  void networksSurviveJson() {
    ComputationGraphConfiguration graph = options(0, 1).graph();
    assertThat(ComputationGraphConfiguration.fromJson(graph.toJson())).isEqualTo(graph);
  }

  @Test
  void refusesANetworkWithoutBlocks() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new NextItNet.Options(
                    16,
                    3,
                    List.of(),
                    12,
                    0,
                    NegativeOptions.UNIFORM,
                    16,
                    StepOptions.constant(0.01),
                    1,
                    0,
                    1))
        .withMessageStartingWith("dilations: ");
  }
}
