package org.recsys4j.models.rnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.recsys4j.api.FitContext;
import org.recsys4j.api.Recommender;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.data.UserHistory;
import org.recsys4j.api.random.SeedTree;
import org.recsys4j.models.fit.NegativeOptions;
import org.recsys4j.models.fit.NegativeSampling;
import org.recsys4j.models.nn.optimizer.Rule;
import org.recsys4j.models.nn.optimizer.Schedule;
import org.recsys4j.models.nn.optimizer.StepOptions;
import org.recsys4j.models.sequence.SequenceLoss;
import org.recsys4j.models.sequence.Walks;

class Gru4RecTest {
  private static Gru4Rec.Options options(RecurrentCell cell, SequenceLoss loss, int epochs) {
    return options(cell, loss, new NegativeOptions(NegativeSampling.POPULARITY, 0.5), epochs);
  }

  private static Gru4Rec.Options options(
      RecurrentCell cell, SequenceLoss loss, NegativeOptions sampling, int epochs) {
    return new Gru4Rec.Options(
        cell,
        loss,
        12,
        16,
        1,
        0,
        8,
        6,
        sampling,
        true,
        0.1,
        16,
        new StepOptions(Rule.ADAM, 0.02, Schedule.CONSTANT, 0, 0, 1),
        epochs,
        0,
        1);
  }

  private static Recommender fit(Gru4Rec.Options options, int threads) {
    try (Workers workers = new Workers(threads)) {
      return new Gru4Rec.Factory().fit(Walks.trainingData(), options, FitContext.of(5, workers));
    }
  }

  @ParameterizedTest
  @EnumSource(names = "BINARY", mode = EnumSource.Mode.EXCLUDE)
  void learnsWhatOrderTells(SequenceLoss loss) {
    assertThat(Walks.right(fit(options(RecurrentCell.GRU, loss, 30), 1)))
        .as("of 48, where a guess that knows the last item alone has 24")
        .isGreaterThan(42);
  }

  @ParameterizedTest
  @EnumSource(names = {"SAMPLED_SOFTMAX", "BPR_MAX"})
  void learnsFromWhatOtherSequencesHave(SequenceLoss loss) {
    NegativeOptions sampling = new NegativeOptions(NegativeSampling.IN_BATCH, 0);
    assertThat(Walks.right(fit(options(RecurrentCell.GRU, loss, sampling, 30), 1)))
        .isGreaterThan(42);
  }

  @Test
  void learnsWithAMemoryInPlaceOfGates() {
    assertThat(Walks.right(fit(options(RecurrentCell.LSTM, SequenceLoss.SOFTMAX, 30), 1)))
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
            new NegativeOptions(NegativeSampling.POPULARITY, 0.5),
            true,
            0,
            16,
            new StepOptions(Rule.ADAM, 0.01, Schedule.LINEAR, 2, 0.01, 0.5),
            2,
            0,
            1);
    UserHistory history = UserHistory.of(3, 4, 6);
    float[] expected = Walks.scores(fit(options, 1), history);
    assertThat(Walks.scores(fit(options, 2), history)).isEqualTo(expected);
    assertThat(Walks.scores(fit(options, 4), history)).isEqualTo(expected);
  }

  @Test
  void networksSurviveJson() {
    for (RecurrentCell cell : RecurrentCell.values()) {
      for (SequenceLoss loss : SequenceLoss.values()) {
        if (loss != SequenceLoss.BINARY) {
          ComputationGraphConfiguration graph =
              options(cell, loss, 1).plan(9, new SeedTree(1)).graph();
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
