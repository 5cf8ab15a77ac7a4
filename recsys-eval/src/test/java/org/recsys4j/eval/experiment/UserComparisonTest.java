package org.recsys4j.eval.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.eval.statistics.MetricComparison;
import org.recsys4j.eval.statistics.Resampling;

/** Under how many metrics all pairs of models are compared. */
class UserComparisonTest {
  private static final List<String> USERS = List.of("anna", "ben", "cleo");

  /** The number of a user is the place of the model, times that of the user. */
  private record Numbers(List<String> keys, int model) implements UserComparison.Numbers {
    @Override
    public PerUserNumbers read(List<String> wanted) {
      double[] numbers = IntStream.range(0, USERS.size()).mapToDouble(u -> u * model).toArray();
      return new PerUserNumbers(USERS, wanted, wanted.stream().map(key -> numbers).toList());
    }
  }

  private static List<Integer> pairs(int models, int metrics) {
    List<Leaderboard.Column> columns =
        IntStream.range(0, metrics)
            .mapToObj(i -> new Leaderboard.Column("m" + i, "M" + i, true))
            .toList();
    List<String> keys = columns.stream().map(Leaderboard.Column::key).toList();
    Map<String, UserComparison.Numbers> numbers = new LinkedHashMap<>();
    IntStream.range(0, models).forEach(i -> numbers.put("model " + i, new Numbers(keys, i)));
    try (Workers workers = new Workers(1)) {
      Resampling how = new Resampling(Resampling.FEWEST_DRAWS, 1, 0.95, workers);
      return new UserComparison(columns, Optional.empty(), how)
          .of(numbers).orElseThrow().metrics().stream()
              .map(MetricComparison::pairs)
              .map(List::size)
              .toList();
    }
  }

  @Test
  void fewModelsAreComparedUnderAllMetrics() {
    assertThat(pairs(4, 5)).containsExactly(6, 6, 6, 6, 6);
    assertThat(pairs(1, 2)).containsExactly(0, 0);
  }

  @Test
  void aThousandPairsAreEnough() {
    assertThat(pairs(32, 3)).containsExactly(496, 496, 0);
    assertThat(pairs(46, 2)).as("1,035 pairs").containsExactly(0, 0);
  }
}
