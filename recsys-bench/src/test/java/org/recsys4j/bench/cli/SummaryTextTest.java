package org.recsys4j.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.eval.experiment.Leaderboard;
import org.recsys4j.eval.experiment.ModelResult;
import org.recsys4j.eval.statistics.Comparison;
import org.recsys4j.eval.statistics.ModelComparer;
import org.recsys4j.eval.statistics.Resampling;

/** The terminal has room for marks, not for intervals. */
class SummaryTextTest {
  private static final Leaderboard.Column METRIC = new Leaderboard.Column("m", "M", true);

  private static Leaderboard board() {
    double[] ahead = new double[40];
    double[] behind = new double[40];
    Arrays.setAll(ahead, user -> 0.5 + user / 100.0);
    Arrays.setAll(behind, user -> ahead[user] - (user % 3 + 1) / 10.0);
    List<String> labels = List.of("ahead", "behind");
    try (Workers workers = new Workers(1)) {
      Comparison comparison =
          new Comparison(
              1_000,
              1,
              0.95,
              0.05,
              true,
              List.of(
                  new ModelComparer(new Resampling(1_000, 1, 0.95, workers), Optional.empty())
                      .compare("m", "M", true, labels, new double[][] {ahead, behind}, false)));
      List<ModelResult> results =
          labels.stream()
              .map(
                  it ->
                      new ModelResult(
                          it, it, it, Map.of("m", 0.5), 0, 0, 0, 0, 0, Optional.empty()))
              .toList();
      return new Leaderboard("0123456789abcdef", List.of(METRIC), results).with(comparison);
    }
  }

  @Test
  void marksKeepTheDigitsAligned() {
    Leaderboard board = board();
    assertThat(board.models().stream().map(it -> SummaryText.cell(board, it, METRIC)))
        .containsExactly("0.5000 ", "0.5000*");
  }

  @Test
  void theLegendSaysWhatMarksMeanAndWhatUsersCanShow() {
    TextTable table = new TextTable(TextTable.Side.LEFT, TextTable.Side.LEFT);
    SummaryText.legend(board(), table);
    assertThat(table.render(1000))
        .isEqualTo(
            """
            *      differs from the best of its column: paired randomisation test over users, \
            two-sided, Holm's correction over 1 comparison, p < 0.05
            power  40 users show a true difference in M of 0.0378 four times out of five
            """);
  }

  @Test
  void withoutComparisonThereIsNothingToSay() {
    Leaderboard bare = new Leaderboard("0", List.of(METRIC), board().models());
    assertThat(SummaryText.cell(bare, bare.models().get(0), METRIC)).isEqualTo("0.5000");
    TextTable table = new TextTable(TextTable.Side.LEFT, TextTable.Side.LEFT);
    SummaryText.legend(bare, table);
    assertThat(table.render(80)).isEmpty();
  }
}
