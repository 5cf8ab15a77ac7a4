package org.recsys4j.models.rnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.recsys4j.api.FitContext;
import org.recsys4j.api.Query;
import org.recsys4j.api.Recommender;
import org.recsys4j.api.ScoreBlock;
import org.recsys4j.api.TrainingData;
import org.recsys4j.api.UserBatch;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.contract.SmallData;
import org.recsys4j.api.data.UserHistory;
import org.recsys4j.api.random.SeedTree;
import org.recsys4j.models.sequence.SequenceLoss;

class Gru4RecTest {
  private static final int ITEMS = 24;

  private static Gru4Rec.Options options(RecurrentCell cell, SequenceLoss loss, int epochs) {
    return new Gru4Rec.Options(
        cell, loss, 12, 16, 1, 0, 8, 6, 0.5, true, 0.1, 16, 0.02, 0, 1, epochs, 0, 1);
  }

  /** After item i comes i + 1, or i + 2 if the one before i was odd: order tells what is next. */
  private static int next(int before, int item) {
    return (item + 1 + before % 2) % ITEMS;
  }

  private static TrainingData walks() {
    SplittableRandom random = new SplittableRandom(3);
    List<int[]> pairs = new ArrayList<>();
    for (int user = 0; user < 60; user++) {
      int before = random.nextInt(ITEMS);
      int item = random.nextInt(ITEMS);
      for (int step = 0; step < 20; step++) {
        pairs.add(new int[] {user, item});
        int following = next(before, item);
        before = item;
        item = following;
      }
    }
    return SmallData.trainingData(SmallData.of(60, ITEMS, pairs.toArray(int[][]::new)));
  }

  private static Recommender fit(Gru4Rec.Options options, int threads) {
    try (Workers workers = new Workers(threads)) {
      return new Gru4Rec.Factory().fit(walks(), options, FitContext.of(5, workers));
    }
  }

  /** How many of all pairs of items are followed by the right one, in the first place. */
  private static int right(Recommender model) {
    int right = 0;
    for (int before = 0; before < ITEMS; before++) {
      for (int step = 1; step <= 2; step++) {
        int item = (before + step) % ITEMS;
        UserHistory history = UserHistory.of(before, item);
        int first = model.recommend(Query.unseen(UserBatch.NEW_USER, history, ITEMS, 1)).item(0);
        right += first == next(before, item) ? 1 : 0;
      }
    }
    return right;
  }

  @ParameterizedTest
  @EnumSource(names = "BINARY", mode = EnumSource.Mode.EXCLUDE)
  void learnsWhatOrderTells(SequenceLoss loss) {
    assertThat(right(fit(options(RecurrentCell.GRU, loss, 30), 1)))
        .as("of 48, where a guess that knows the last item alone has 24")
        .isGreaterThan(42);
  }

  @Test
  void learnsWithAMemoryInPlaceOfGates() {
    assertThat(right(fit(options(RecurrentCell.LSTM, SequenceLoss.SOFTMAX, 30), 1)))
        .isGreaterThan(42);
  }

  @Test
  void severalLayersOnOtherThreadsGiveTheSameBits() {
    Gru4Rec.Options options =
        new Gru4Rec.Options(
            RecurrentCell.LSTM,
            SequenceLoss.SAMPLED_SOFTMAX,
            12,
            12,
            2,
            0.3,
            6,
            5,
            0.5,
            true,
            0,
            16,
            0.01,
            0.01,
            0.5,
            2,
            0,
            1);
    UserHistory history = UserHistory.of(3, 4, 6);
    float[] expected = scores(fit(options, 1), history);
    assertThat(scores(fit(options, 2), history)).isEqualTo(expected);
    assertThat(scores(fit(options, 4), history)).isEqualTo(expected);
  }

  private static float[] scores(Recommender model, UserHistory history) {
    ScoreBlock out = new ScoreBlock(1, ITEMS);
    model.score(UserBatch.of(UserBatch.NEW_USER, history), out);
    return out.scores();
  }

  @Test
  void networksSurviveJson() {
    for (RecurrentCell cell : RecurrentCell.values()) {
      for (SequenceLoss loss : SequenceLoss.values()) {
        if (loss != SequenceLoss.BINARY) {
          ComputationGraphConfiguration graph =
              options(cell, loss, 1).plan(ITEMS, new SeedTree(1)).graph();
          assertThat(ComputationGraphConfiguration.fromJson(graph.toJson())).isEqualTo(graph);
        }
      }
    }
  }

  @Test
  void isNotTrainedByBinaryPairs() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options(RecurrentCell.GRU, SequenceLoss.BINARY, 1))
        .withMessageStartingWith("loss: ");
  }
}
