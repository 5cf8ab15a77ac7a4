package org.recsys4j.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recsys4j.bench.report.Table.Cell;
import org.recsys4j.eval.experiment.Leaderboard;
import org.recsys4j.eval.experiment.ModelResult;
import org.recsys4j.eval.statistics.Comparison;
import org.recsys4j.eval.statistics.MetricComparison;
import org.recsys4j.eval.statistics.MetricComparison.Verdict;
import org.recsys4j.eval.statistics.PairedComparison;

/** Every model beside every other one, under each metric whose pairs were compared. */
final class PairSection {
  private static final int DIGITS = 4;

  private PairSection() {}

  static Optional<Section> of(Leaderboard board) {
    Section.Builder section = new Section.Builder("pairs", "Pairwise tests");
    board.comparison().ifPresent(comparison -> add(section, board, comparison));
    return section.build();
  }

  private static void add(Section.Builder section, Leaderboard board, Comparison comparison) {
    List<MetricComparison> metrics =
        comparison.metrics().stream().filter(metric -> !metric.pairs().isEmpty()).toList();
    if (metrics.isEmpty()) {
      return;
    }
    List<String> labels =
        board.models().stream().filter(it -> !it.failed()).map(ModelResult::label).toList();
    section.paragraph(
        "Row minus column, with the p value of the randomisation test, corrected by Holm over all"
            + " pairs under the metric.");
    section.choice(
        "Metric",
        metrics,
        MetricComparison::label,
        (builder, metric) ->
            builder.table(matrix(metric, labels, comparison.significance())).folded(tests(metric)));
    if (metrics.size() < comparison.metrics().size()) {
      section.paragraph(
          "Under the other metrics, pairs were not compared: a run compares 1,000 of them at most.");
    }
  }

  private static Table matrix(MetricComparison metric, List<String> labels, double significance) {
    List<Table.Column> columns = new ArrayList<>(List.of(Table.Column.text("model")));
    labels.forEach(label -> columns.add(Table.Column.number(label)));
    List<Table.Row> rows = new ArrayList<>();
    for (String first : labels) {
      List<Cell> cells = new ArrayList<>(List.of(Cell.head(first)));
      for (String second : labels) {
        cells.add(pair(metric, first, second, significance));
      }
      rows.add(new Table.Row(cells));
    }
    return new Table("Differences of all pairs in " + metric.label(), columns, rows, false);
  }

  private static Cell pair(
      MetricComparison metric, String first, String second, double significance) {
    for (MetricComparison.Pair pair : metric.pairs()) {
      boolean forth = pair.first().equals(first) && pair.second().equals(second);
      boolean back = pair.first().equals(second) && pair.second().equals(first);
      if (forth || back) {
        PairedComparison result = pair.result();
        Verdict verdict = MetricComparison.verdict(result, metric.higherIsBetter(), significance);
        double difference = forth ? result.difference() : 0 - result.difference();
        boolean better = verdict == (forth ? Verdict.BETTER : Verdict.WORSE);
        String kind = verdict == Verdict.OPEN ? "number" : better ? "better" : "worse";
        String words = verdict == Verdict.OPEN ? "" : better ? "\nbetter" : "\nworse";
        return Cell.signed(difference, "%+.4f")
            .of(kind)
            .with("p " + relation(result.randomisation().holm()) + words);
      }
    }
    return Cell.text("").of("number");
  }

  private static String relation(double p) {
    String text = Table.probability(p);
    return text.startsWith("<") ? text : "= " + text;
  }

  private static Table tests(MetricComparison metric) {
    List<Table.Column> columns =
        List.of(
            Table.Column.text("first"),
            Table.Column.text("second"),
            Table.Column.number("difference"),
            Table.Column.number("Student's t, p", false),
            Table.Column.number("Wilcoxon, p", false),
            Table.Column.number("randomisation, p", false),
            Table.Column.number("Holm", false),
            Table.Column.number("Benjamini-Hochberg", false),
            Table.Column.number("Cohen's d_z"),
            Table.Column.number("superiority"),
            Table.Column.number("detectable"));
    List<Table.Row> rows = new ArrayList<>();
    for (MetricComparison.Pair pair : metric.pairs()) {
      PairedComparison it = pair.result();
      rows.add(
          new Table.Row(
              List.of(
                  Cell.head(pair.first()),
                  Cell.text(pair.second()),
                  Cell.signed(it.difference(), "%+.4f").with(Table.ends(it.interval())),
                  Cell.probability(it.student().p()),
                  Cell.probability(it.wilcoxon().p()),
                  Cell.probability(it.randomisation().p()),
                  Cell.probability(it.randomisation().holm()),
                  Cell.probability(it.randomisation().benjaminiHochberg()),
                  Cell.signed(it.cohenDz(), "%.3f"),
                  Cell.number(it.superiority(), 3),
                  Cell.number(it.detectable(), DIGITS))));
    }
    String caption =
        "All tests of "
            + metric.label()
            + "; detectable is the smallest difference that so many users show with 80 % power";
    return new Table(caption, columns, rows, true);
  }
}
