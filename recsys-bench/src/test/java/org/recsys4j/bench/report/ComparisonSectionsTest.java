package org.recsys4j.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.recsys4j.bench.report.Section.Option;
import org.recsys4j.eval.experiment.Leaderboard;
import org.recsys4j.eval.experiment.Leaderboard.Column;
import org.recsys4j.eval.experiment.ModelResult;
import org.recsys4j.eval.statistics.Comparison;
import org.recsys4j.eval.statistics.Interval;
import org.recsys4j.eval.statistics.MetricComparison;
import org.recsys4j.eval.statistics.MetricComparison.Pair;
import org.recsys4j.eval.statistics.PairedComparison;
import org.recsys4j.eval.statistics.TestResult;

/** Two models: {@code new} is ahead under both metrics, of which one is better the lower it is. */
class ComparisonSectionsTest {
  private static final Column NDCG = new Column("ndcg", "nDCG", true);
  private static final Column RANK = new Column("rank", "Rank", false);

  private static ModelResult model(String label, double ndcg, double rank) {
    Map<String, Double> metrics = Map.of("ndcg", ndcg, "rank", rank);
    return new ModelResult(label, "m", "m", metrics, 0, 1, 1, 0, 0, Optional.empty());
  }

  private static PairedComparison difference(double mean, int larger, int smaller, double p) {
    TestResult test = new TestResult(1, p, p, p);
    Interval interval = new Interval(0.95, mean - 0.125, mean + 0.125);
    return new PairedComparison(
        10, larger, 10 - larger - smaller, smaller, mean, 1, interval, test, test, test, 1, 1, 1);
  }

  private static MetricComparison metric(Column metric, PairedComparison result, boolean pairs) {
    List<Pair> all = List.of(new Pair("new", "old", result));
    return new MetricComparison(
        metric.key(),
        metric.label(),
        metric.higherIsBetter(),
        "old",
        List.of(),
        all,
        pairs ? all : List.of());
  }

  private static Leaderboard board(boolean pairsOfBoth) {
    Comparison comparison =
        new Comparison(
            1000,
            1,
            0.95,
            0.05,
            false,
            List.of(
                metric(NDCG, difference(0.25, 7, 1, 0.001), true),
                metric(RANK, difference(-2, 2, 5, 0.2), pairsOfBoth)));
    return new Leaderboard(
            "p", List.of(NDCG, RANK), List.of(model("new", 0.5, 3), model("old", 0.25, 5)))
        .with(comparison);
  }

  private static List<String> row(Table table, int row) {
    return table.rows().get(row).cells().stream()
        .map(cell -> (cell.text() + " " + cell.note() + " " + cell.kind()).strip())
        .toList();
  }

  private static List<Option> options(Section section) {
    return section.blocks().stream()
        .flatMap(block -> Optional.ofNullable(block.choice()).stream())
        .flatMap(choice -> choice.options().stream())
        .toList();
  }

  @Test
  void pairsAreShownForEveryMetric() {
    List<Option> options = options(PairSection.of(board(true)).orElseThrow());

    assertThat(options).map(Option::name).containsExactly("nDCG", "Rank");
    Table ndcg = options.get(0).blocks().get(0).table();
    assertThat(ndcg.caption()).isEqualTo("Differences of all pairs in nDCG");
    assertThat(row(ndcg, 0)).containsExactly("new", "number", "+0.2500 p = 0.0010\nbetter better");
    assertThat(row(ndcg, 1))
        .containsExactly("old", "\u22120.2500 p = 0.0010\nworse worse", "number");
    Table rank = options.get(1).blocks().get(0).table();
    assertThat(row(rank, 0)).containsExactly("new", "number", "\u22122.0000 p = 0.2000 number");
  }

  @Test
  void metricsWhosePairsWereNotComparedAreToldOf() {
    Section section = PairSection.of(board(false)).orElseThrow();

    assertThat(options(section)).isEmpty();
    assertThat(section.blocks().get(1).table().caption())
        .isEqualTo("Differences of all pairs in nDCG");
    assertThat(section.blocks().get(3).paragraph().text()).startsWith("Under the other metrics, ");
  }

  /** Fewer is better under Rank: the five users with a smaller number are the winners. */
  @Test
  void winsAreShownForEveryMetric() {
    List<Option> options = options(WinSection.of(board(false)).orElseThrow());

    assertThat(options).map(Option::name).containsExactly("nDCG", "Rank");
    Table rank = options.get(1).blocks().get(0).figure().table();
    assertThat(rank.caption())
        .isEqualTo("For how many users each model is better, equal or worse than old in Rank");
    assertThat(rank.rows())
        .map(row -> row.cells().get(0).text() + " " + row.cells().get(1).text())
        .containsExactly("better 5", "equal 3", "worse 2");
  }

  @Test
  void nothingIsShownOfModelsThatWereNotCompared() {
    Leaderboard alone = new Leaderboard("p", List.of(NDCG), List.of(model("new", 0.5, 3)));

    assertThat(PairSection.of(alone)).isEmpty();
    assertThat(WinSection.of(alone)).isEmpty();
  }
}
