package org.recsys4j.bench.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.recsys4j.bench.chart.ChartStyle;
import org.recsys4j.eval.experiment.Leaderboard;
import org.recsys4j.eval.statistics.Comparison;
import org.recsys4j.eval.statistics.MetricComparison;
import org.recsys4j.eval.statistics.PairedComparison;

/** How many users each model serves better, alike and worse than the reference of each metric. */
final class WinSection {
  private static final int BETTER = 0; // blue and orange, which nearly everybody can tell apart
  private static final int WORSE = 1;

  private WinSection() {}

  static Optional<Section> of(Leaderboard board) {
    List<MetricComparison> metrics =
        board.comparison().map(Comparison::metrics).orElse(List.of()).stream()
            .filter(metric -> !metric.comparisons().isEmpty())
            .toList();
    return new Section.Builder("wins", "Wins and losses by user")
        .choice(
            "Metric",
            metrics,
            MetricComparison::label,
            (builder, metric) -> builder.figure(wins(metric)))
        .build();
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
