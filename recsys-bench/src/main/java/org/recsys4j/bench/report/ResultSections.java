package org.recsys4j.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.recsys4j.bench.report.Table.Cell;
import org.recsys4j.eval.experiment.Leaderboard.Column;
import org.recsys4j.eval.experiment.Legend;
import org.recsys4j.eval.statistics.Comparison;
import org.recsys4j.eval.statistics.Interval;
import org.recsys4j.eval.statistics.MeanEstimate;
import org.recsys4j.eval.statistics.MetricComparison;
import org.recsys4j.eval.statistics.MetricComparison.Verdict;
import org.recsys4j.eval.statistics.PairedComparison;

/** What came out: the leaderboard, and how sure it is. */
final class ResultSections {
  private static final int DIGITS = 4;

  private ResultSections() {}

  static Optional<Section> leaderboard(RunView run) {
    List<Table.Column> columns = new ArrayList<>(List.of(Table.Column.text("model")));
    run.metrics().forEach(metric -> columns.add(Table.Column.number(metric.label())));
    columns.add(Table.Column.number("fit, s"));
    columns.add(Table.Column.number("evaluate, s"));
    columns.add(Table.Column.number("parameters"));
    columns.add(Table.Column.number("peak memory, MiB"));
    List<Table.Row> rows = new ArrayList<>();
    for (ModelView model : run.models()) {
      List<Cell> cells = new ArrayList<>(List.of(Cell.head(model.label())));
      run.metrics().forEach(metric -> cells.add(cell(run, model, metric)));
      cells.add(Cell.number(model.result().fitSeconds(), 1));
      cells.add(Cell.number(model.result().evaluateSeconds(), 1));
      cells.add(Cell.number((double) model.result().parameters(), 0));
      cells.add(Cell.number(model.peakMebibytes(), 0));
      rows.add(new Table.Row(cells));
    }
    Section.Builder section = new Section.Builder("leaderboard", "Leaderboard");
    section.table(new Table("All models, sorted by the column chosen", columns, rows, true));
    run.comparison().ifPresent(it -> section.paragraph(legend(it, run)));
    run.models().stream()
        .flatMap(
            model -> model.result().failure().map(it -> model.label() + " failed: " + it).stream())
        .forEach(section::paragraph);
    return section.build();
  }

  private static Cell cell(RunView run, ModelView model, Column metric) {
    double value = model.metric(metric.key());
    Cell cell = Cell.number(value, DIGITS);
    if (isBest(run, value, metric)) {
      cell = cell.of("best");
    }
    Optional<MetricComparison> compared =
        run.comparison().flatMap(comparison -> comparison.metric(metric.key()));
    boolean marked =
        compared.flatMap(it -> it.againstReference(model.label())).stream()
            .anyMatch(it -> it.randomisation().holm() < run.comparison().get().significance());
    Optional<String> interval =
        compared
            .flatMap(it -> it.estimate(model.label()))
            .map(MeanEstimate::interval)
            .filter(Interval::known)
            .map(ResultSections::ends);
    String note = (marked ? Legend.MARK + " " : "") + interval.orElse("");
    return note.isEmpty() ? cell : cell.with(note);
  }

  private static String ends(Interval interval) {
    return String.format(Locale.ROOT, "[%.4f, %.4f]", interval.low(), interval.high());
  }

  private static boolean isBest(RunView run, double value, Column metric) {
    double sign = metric.higherIsBetter() ? 1 : -1;
    return run.measured().stream()
            .mapToDouble(model -> sign * model.metric(metric.key()))
            .filter(Double::isFinite)
            .max()
            .orElse(Double.NaN)
        == sign * value;
  }

  private static String legend(Comparison comparison, RunView run) {
    String reference =
        comparison.chosenByData()
            ? "the best of its column"
            : comparison.metric(run.first().key()).map(MetricComparison::reference).orElse("");
    return String.format(
        Locale.ROOT,
        "Bold: best of its column. In brackets: %.0f %% bootstrap intervals (BCa) over users, %,d"
            + " draws. %s: differs from %s, paired randomisation test over users, two-sided,"
            + " Holm's correction over the models, p < %s.",
        100 * comparison.level(),
        comparison.draws(),
        Legend.MARK,
        reference,
        comparison.significance());
  }

  /** Every pair of models under the first metric. */
  static Optional<Section> pairs(RunView run) {
    Section.Builder section = new Section.Builder("pairs", "Pairwise tests");
    run.comparison()
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
              section.table(tests(metric));
            });
    return section.build();
  }

  private static Table matrix(MetricComparison metric, RunView run) {
    List<String> labels = run.measured().stream().map(ModelView::label).toList();
    List<Table.Column> columns = new ArrayList<>(List.of(Table.Column.text("model")));
    labels.forEach(label -> columns.add(Table.Column.number(label)));
    double significance = run.comparison().orElseThrow().significance();
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
        double difference = forth ? result.difference() : -result.difference();
        boolean better = verdict == (forth ? Verdict.BETTER : Verdict.WORSE);
        String kind = verdict == Verdict.OPEN ? "number" : better ? "better" : "worse";
        String words = verdict == Verdict.OPEN ? "" : better ? "better, " : "worse, ";
        return Cell.number(difference, String.format(Locale.ROOT, "%+.4f", difference))
            .of(kind)
            .with(words + probability(result.randomisation().holm()));
      }
    }
    return Cell.text("").of("number");
  }

  private static String probability(double p) {
    return p < 0.0001 ? "p < 0.0001" : String.format(Locale.ROOT, "p = %.4f", p);
  }

  private static Table tests(MetricComparison metric) {
    List<Table.Column> columns =
        List.of(
            Table.Column.text("first"),
            Table.Column.text("second"),
            Table.Column.number("difference"),
            Table.Column.number("Student's t, p"),
            Table.Column.number("Wilcoxon, p"),
            Table.Column.number("randomisation, p"),
            Table.Column.number("Holm"),
            Table.Column.number("Benjamini-Hochberg"),
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
                  Cell.number(it.difference(), DIGITS).with(ends(it.interval())),
                  Cell.number(it.student().p(), DIGITS),
                  Cell.number(it.wilcoxon().p(), DIGITS),
                  Cell.number(it.randomisation().p(), DIGITS),
                  Cell.number(it.randomisation().holm(), DIGITS),
                  Cell.number(it.randomisation().benjaminiHochberg(), DIGITS),
                  Cell.number(it.cohenDz(), 3),
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
    run.comparison()
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
            counts(metric, "better", it -> higher ? it.larger() : it.smaller()),
            counts(metric, "equal", PairedComparison::equal),
            counts(metric, "worse", it -> higher ? it.smaller() : it.larger()));
    String caption =
        String.format(
            Locale.ROOT,
            "For how many users each model is better, equal or worse than %s in %s",
            metric.reference(),
            metric.label());
    return new Plot(caption, "model", "users").bars(models, series, true);
  }

  private static Plot.Series counts(
      MetricComparison metric, String name, ToIntFunction<PairedComparison> count) {
    double[] heights =
        metric.comparisons().stream().mapToDouble(it -> count.applyAsInt(it.result())).toArray();
    return new Plot.Series(name, heights, heights);
  }
}
