package org.recsys4j.models.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.recsys4j.api.FitContext;
import org.recsys4j.api.Recommender;
import org.recsys4j.api.RecommenderFactory;
import org.recsys4j.api.ScoreBlock;
import org.recsys4j.api.UserBatch;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.contract.SmallData;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.data.UserHistory;

class BaselinesTest {
  private static final int DAY = 24 * 60 * 60;

  private static <O extends Record> Recommender fit(
      RecommenderFactory<O> factory, Interactions train, O options, long seed) {
    try (Workers workers = new Workers(1)) {
      return factory.fit(SmallData.trainingData(train), options, FitContext.of(seed, workers));
    }
  }

  private static float[] scores(Recommender model, int user) {
    ScoreBlock out = new ScoreBlock(1, model.items());
    model.score(UserBatch.of(user, UserHistory.of()), out);
    return out.scores();
  }

  @Test
  void popularityCountsUsersAndNotEvents() {
    Interactions train =
        SmallData.of(
            4,
            4,
            new int[] {0, 2},
            new int[] {0, 2},
            new int[] {0, 2},
            new int[] {1, 1},
            new int[] {2, 1},
            new int[] {3, 0});
    Recommender model = fit(new Popularity.Factory(), train, new Popularity.Options(), 1);
    assertThat(scores(model, 0)).containsExactly(1, 2, 1, 0);
    assertThat(scores(model, UserBatch.NEW_USER)).containsExactly(1, 2, 1, 0);
  }

  /**
   * Half-life 2 days, last event on day 10: day 10 counts 1, day 8 counts 1/2, day 4 counts 1/8,
   * day 0 counts 1/32, and a pair counts as often as it occurs.
   */
  @Test
  void recentPopularityHalvesWithEveryHalfLife() {
    int[] users = {0, 1, 0, 1, 1};
    int[] items = {0, 0, 1, 1, 1};
    long[] times = {0, 8L * DAY, 4L * DAY, 10L * DAY, 10L * DAY};
    Interactions train = Interactions.of(2, 3, users, items, new float[5], times, 5);
    Recommender model =
        fit(new RecentPopularity.Factory(), train, new RecentPopularity.Options(2), 1);
    assertThat(scores(model, 0))
        .containsExactly(new float[] {1 / 32f + 1 / 2f, 2 + 1 / 8f, 0}, within(1e-6f));
  }

  @Test
  void recentPopularityWithAnEndlessHalfLifeCountsEvents() {
    Interactions train = SmallData.zipf(50, 20, 600, 3);
    Recommender model =
        fit(new RecentPopularity.Factory(), train, new RecentPopularity.Options(1e9), 1);
    int[] counts = train.itemCounts();
    float[] scores = scores(model, 0);
    for (int item = 0; item < counts.length; item++) {
      assertThat(scores[item]).isCloseTo(counts[item], within(1e-3f));
    }
  }

  @Test
  void recentPopularityNeedsTimes() {
    Interactions train = SmallData.withoutTimes(SmallData.zipf(5, 5, 20, 3));
    assertThatThrownBy(
            () -> fit(new RecentPopularity.Factory(), train, new RecentPopularity.Options(1), 1))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("needs the times");
  }

  @Test
  void aHalfLifeIsPositive() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RecentPopularity.Options(0))
        .withMessageStartingWith("halfLife: 0");
  }

  @Test
  void randomScoresAreUniformAndDifferByUserAndSeed() {
    Interactions train = Interactions.none(3, 10_000);
    Recommender model = fit(new RandomScores.Factory(), train, new RandomScores.Options(), 1);
    float[] first = scores(model, 0);
    // Deciles of 10,000 uniform numbers: 1,000 each, with a standard deviation of 30.
    int[] deciles = new int[10];
    for (float score : first) {
      assertThat(score).isBetween(0f, 1f);
      deciles[(int) (10 * score)]++;
    }
    assertThat(IntStream.of(deciles).boxed().toList()).allMatch(n -> Math.abs(n - 1000) < 150);
    Recommender other = fit(new RandomScores.Factory(), train, new RandomScores.Options(), 2);
    for (float[] second : List.of(scores(model, 1), scores(other, 0))) {
      double sum = 0;
      for (int i = 0; i < first.length; i++) {
        sum += (first[i] - 0.5) * (second[i] - 0.5);
      }
      // Independent: 1/12 times a standard normal number divided by the root of 10,000.
      assertThat(sum / first.length).isCloseTo(0, within(5 / 12.0 / 100));
    }
  }
}
