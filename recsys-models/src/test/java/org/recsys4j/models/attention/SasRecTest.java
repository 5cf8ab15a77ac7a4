package org.recsys4j.models.attention;

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

class SasRecTest {
  private static SasRec.Options options(SequenceLoss loss, double dropout, int epochs) {
    return new SasRec.Options(
        loss,
        16,
        2,
        2,
        dropout,
        8,
        6,
        new NegativeOptions(NegativeSampling.POPULARITY, 0.5),
        true,
        16,
        new StepOptions(Rule.ADAM, 0.01, Schedule.CONSTANT, 0, 0.001, 0),
        epochs,
        0,
        1);
  }

  private static Recommender fit(SasRec.Options options, int threads) {
    try (Workers workers = new Workers(threads)) {
      return new SasRec.Factory().fit(Walks.trainingData(), options, FitContext.of(5, workers));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SOFTMAX", "SAMPLED_SOFTMAX"})
  void learnsWhatOrderTells(SequenceLoss loss) {
    assertThat(Walks.right(fit(options(loss, 0, 30), 1)))
        .as("of 48, where a guess that knows the last item alone has 24")
        .isGreaterThan(42);
  }

  /**
   * Items around the next one are often the user's own, and so are seldom drawn to compare with.
   */
  @Test
  void learnsWhatOrderTellsFromBinaryPairs() {
    try (Workers workers = new Workers(1)) {
      Recommender model =
          new SasRec.Factory()
              .fit(
                  Walks.trainingData(300, 4),
                  options(SequenceLoss.BINARY, 0, 60),
                  FitContext.of(5, workers));
      assertThat(Walks.right(model))
          .as("of 48, where a guess that knows the last item alone has 24")
          .isGreaterThan(32);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SOFTMAX", "BINARY"})
  void threadsDoNotChangeABit(SequenceLoss loss) {
    SasRec.Options options = options(loss, 0.3, 2);
    float[] expected = Walks.scores(fit(options, 1), UserHistory.of(3, 4, 6));
    assertThat(Walks.scores(fit(options, 2), UserHistory.of(3, 4, 6))).isEqualTo(expected);
    assertThat(Walks.scores(fit(options, 4), UserHistory.of(3, 4, 6))).isEqualTo(expected);
  }

  @Test
  void networksSurviveJson() {
    ComputationGraphConfiguration graph =
        options(SequenceLoss.BINARY, 0.2, 1).plan(9, new SeedTree(1)).graph();
    assertThat(ComputationGraphConfiguration.fromJson(graph.toJson())).isEqualTo(graph);
  }

  @Test
  void refusesHeadsThatDoNotCutTheWidth() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new SasRec.Options(
                    SequenceLoss.BINARY,
                    16,
                    2,
                    3,
                    0,
                    8,
                    6,
                    NegativeOptions.UNIFORM,
                    true,
                    16,
                    StepOptions.constant(0.01),
                    1,
                    0,
                    1))
        .withMessageStartingWith("heads: ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options(SequenceLoss.BPR_MAX, 0, 1))
        .withMessageStartingWith("loss: ");
  }
}
