package com.example.markov;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.recsys4j.api.FitContext;
import org.recsys4j.api.Recommender;
import org.recsys4j.api.ScoreBlock;
import org.recsys4j.api.TrainingData;
import org.recsys4j.api.UserBatch;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.contract.SmallData;
import org.recsys4j.api.data.UserHistory;
import org.recsys4j.api.plugin.Plugins;

/** Scores worked by hand. */
class MarkovChainTest {
  /** Item 0 is followed by 1 twice and by 2 once, item 1 by 2 once. */
  @Test
  void sumsTheSharesOfSuccessors() {
    TrainingData train =
        SmallData.trainingData(
            SmallData.of(
                3,
                4,
                new int[] {0, 0},
                new int[] {0, 1},
                new int[] {1, 0},
                new int[] {1, 1},
                new int[] {1, 2},
                new int[] {2, 0},
                new int[] {2, 2}));
    Recommender model;
    try (Workers workers = new Workers(1)) {
      model =
          new MarkovChain.Factory()
              .fit(train, new MarkovChain.Options(0.5), FitContext.of(1, workers));
    }
    ScoreBlock block = new ScoreBlock(1, 4);
    model.score(UserBatch.of(UserBatch.NEW_USER, UserHistory.of(0, 1)), block);
    float[] expected = {0, 0.5f * 2 / 3, 1 + 0.5f / 3, 0};
    assertThat(block.scores()).containsExactly(expected, within(1e-6f));
    assertThat(model.parameters()).isEqualTo(3);
  }

  @Test
  void isFoundOnTheClassPath() {
    assertThat(Plugins.load().recommenders().get("markov-chain"))
        .isInstanceOf(MarkovChain.Factory.class);
  }
}
