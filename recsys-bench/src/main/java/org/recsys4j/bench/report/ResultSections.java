package org.recsys4j.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.recsys4j.bench.chart.ChartStyle;
import org.recsys4j.bench.report.Table.Cell;
import org.recsys4j.eval.experiment.Leaderboard;
import org.recsys4j.eval.experiment.Leaderboard.Column;
import org.recsys4j.eval.experiment.Legend;
import org.recsys4j.eval.statistics.Interval;
import org.recsys4j.eval.statistics.MetricComparison;
import org.recsys4j.eval.statistics.MetricComparison.Verdict;
import org.recsys4j.eval.statistics.PairedComparison;

/** What came out: the leaderboard, and how sure it is. */
final class ResultSections {
  private static final int DIGITS = 4;
  private static final double LEAST_SHOWN = 0.0001;
  private static final int BETTER = 0; // blue and orange, which nearly everybody can tell apart
  private static final int WORSE = 1;
  private static final String LEAST_SHOWN_TEXT = "0.0001";

  private ResultSections() {}

  static Optional<Section> leaderboard(RunView run) {
    List<Table.Column> columns = new ArrayList<>(List.of(Table.Column.text("model")));
    for (Column metric : run.metrics()) {
      Table.Column column = Table.Column.number(metric.label(), metric.higherIsBetter());
      columns.add(metric.equals(run.first()) ? column.bySorting() : column);
    }
    columns.add(Table.Column.number("fit, s", false));
    columns.add(Table.Column.number("evaluate, s", false));
    columns.add(Table.Column.number("parameters", false));
    columns.add(Table.Column.number("peak memory, MiB", false));
    List<Table.Row> rows = new ArrayList<>();
    for (ModelView model : run.models()) {
      List<Cell> cells = new ArrayList<>(List.of(Cell.head(model.label())));
      run.metrics().forEach(metric -> cells.add(cell(run.leaderboard(), model, metric)));
      cells.add(Cell.number(model.result().fitSeconds(), 1));
      cells.add(Cell.number(model.result().evaluateSeconds(), 1));
      cells.add(Cell.number((double) model.result().parameters(), 0));
      cells.add(Cell.number(model.peakMebibytes(), 0));
      rows.add(new Table.Row(cells));
    }
    Section.Builder section = new Section.Builder("leaderboard", "Leaderboard");
    section.table(new Table("All models, sorted by the column chosen", columns, rows, true));
    Legend.of(run.leaderboard()).ifPresent(it -> explain(it, section));
    run.models().stream()
        .flatMap(
            model ->
                model
                    .result()
                    .failure()
                    .map(it -> Isolate.text(model.label()) + " failed: " + it)
                    .stream())
        .forEach(section::paragraph);
    return section.build();
  }

  private static void explain(Legend legend, Section.Builder section) {
    legend
        .marks()
        .ifPresent(
            it -> section.paragraph("Bold: best of its column. " + Legend.MARK + " " + it + "."));
    section.paragraph("In brackets: " + legend.intervals() + ".");
    legend.power().ifPresent(it -> section.paragraph("How small a difference shows: " + it + "."));
  }

  private static Cell cell(Leaderboard board, ModelView model, Column metric) {
    Cell cell = Cell.number(model.metric(metric.key()), DIGITS);
    if (board.best(model.result(), metric)) {
      cell = cell.of("best");
    }
    if (board.marked(model.label(), metric.key())) {
      cell = cell.marked(Legend.MARK);
    }
    return cell.with(
        board.interval(model.label(), metric.key()).map(ResultSections::ends).orElse(""));
  }

  private static String ends(Interval interval) {
    return interval.known()
        ? "[" + signed(interval.low(), "%.4f") + ", " + signed(interval.high(), "%.4f") + "]"
        : "";
  }

  private static Cell signedCell(double value, String format) {
    return Double.isNaN(value)
        ? Cell.number(value, DIGITS)
        : Cell.number(value, signed(value, format));
  }

  /** With a real minus. */
  private static String signed(double value, String format) {
    return String.format(Locale.ROOT, format, value).replace('-', '\u2212');
  }

  /** Every pair of models under the first metric. */
  static Optional<Section> pairs(RunView run) {
    Section.Builder section = new Section.Builder("pairs", "Pairwise tests");
    run.leaderboard()
        .comparison()
        .flatMap(comparison -> comparison.metric(run.first().key()))
        .filter(metric -> !metric.pairs().isEmpty())
        .ifPresent(
            metric -> {
              section.paragraph(
                  "Row minus column in "
                      + metric.label()
                      + ", with the p value of the randomisation test, corrected by Holm over all"
                      + " pairs.");
              section.table(matrix(metric, run));
              section.folded(tests(metric));
            });
    return section.build();
  }

  private static Table matrix(MetricComparison metric, RunView run) {
    List<String> labels = run.measured().stream().map(ModelView::label).toList();
    List<Table.Column> columns = new ArrayList<>(List.of(Table.Column.text("model")));
    labels.forEach(label -> columns.add(Table.Column.number(label)));
    double significance = run.leaderboard().comparison().orElseThrow().significance();
    List<Table.Row> rows = new ArrayList<>();
    for (String first : labels) {
      List<Cell> cells = new ArrayList<>(List.of(Cell.head(first)));
      for (String second : labels) {
        cells.add(pair(metric, first, second, significance));
      }
      rows.add(new Table.Row(cells));
    }
    return new Table("Differences of all pairs", columns, rows, false);
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
        return signedCell(difference, "%+.4f")
            .of(kind)
            .with("p " + relation(result.randomisation().holm()) + words);
      }
    }
    return Cell.text("").of("number");
  }

  private static String relation(double p) {
    return p < LEAST_SHOWN ? "< " + LEAST_SHOWN_TEXT : String.format(Locale.ROOT, "= %.4f", p);
  }

  /** No p value is 0. */
  private static Cell probability(double p) {
    return p < LEAST_SHOWN ? Cell.number(p, "< " + LEAST_SHOWN_TEXT) : Cell.number(p, DIGITS);
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
                  signedCell(it.difference(), "%+.4f").with(ends(it.interval())),
                  probability(it.student().p()),
                  probability(it.wilcoxon().p()),
                  probability(it.randomisation().p()),
                  probability(it.randomisation().holm()),
                  probability(it.randomisation().benjaminiHochberg()),
                  signedCell(it.cohenDz(), "%.3f"),
                  Cell.number(it.superiority(), 3),
                  Cell.number(it.detectable(), DIGITS))));
    }
    String caption =
        "All tests of "
            + metric.label()
            + "; detectable is the smallest difference that so many users show with 80 % power";
    return new Table(caption, columns, rows, true);
  }

  /** How many users each model serves better, alike and worse than the reference. */
  static Optional<Section> wins(RunView run) {
    Section.Builder section = new Section.Builder("wins", "Wins and losses by user");
    run.leaderboard()
        .comparison()
        .flatMap(comparison -> comparison.metric(run.first().key()))
        .filter(metric -> !metric.comparisons().isEmpty())
        .ifPresent(metric -> section.figure(wins(metric)));
    return section.build();
  }

  private static Section.Figure wins(MetricComparison metric) {
    List<String> models = metric.comparisons().stream().map(MetricComparison.Pair::first).toList();
    boolean higher = metric.higherIsBetter();
    List<Plot.Series> series =
        List.of(
            counts(metric, "better", BETTER, it -> higher ? it.larger() : it.smaller()),
            counts(metric, "equal", ChartStyle.NEUTRAL, PairedComparison::equal),
            counts(metric, "worse", WORSE, it -> higher ? it.smaller() : it.larger()));
    String caption =
        String.format(
            Locale.ROOT,
            "For how many users each model is better, equal or worse than %s in %s",
            Isolate.text(metric.reference()),
            metric.label());
    return new Plot(caption, "model", "users").bars(models, models, series, true);
  }

  private static Plot.Series counts(
      MetricComparison metric, String name, int style, ToIntFunction<PairedComparison> count) {
    double[] heights =
        metric.comparisons().stream().mapToDouble(it -> count.applyAsInt(it.result())).toArray();
    return new Plot.Series(name, style, heights, heights);
  }
}
