package org.recsys4j.bench.report;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.recsys4j.bench.report.Plot.Series;
import org.recsys4j.bench.report.Table.Cell;
import org.recsys4j.eval.experiment.JoinedRuns;
import org.recsys4j.eval.experiment.JoinedRuns.Row;
import org.recsys4j.eval.experiment.Leaderboard;
import org.recsys4j.eval.experiment.Leaderboard.Column;
import org.recsys4j.eval.experiment.ModelResult;
import org.recsys4j.eval.experiment.SavedResults;
import org.recsys4j.eval.statistics.MetricComparison.Verdict;
import org.recsys4j.eval.statistics.Replications;

/** What several runs came to together, and which they were. */
final class JoinedSections {
  private static final int DIGITS = 4;

  private JoinedSections() {}

  /** Means over runs, with the deviation between them below each interval. */
  static Optional<Section> leaderboard(JoinedRuns joined) {
    Map<String, Row> rows = joined.rows().stream().collect(Collectors.toMap(Row::name, row -> row));
    Section.Builder section =
        LeaderboardSection.of(
            joined.leaderboard(),
            (name, metric) ->
                Optional.ofNullable(rows.get(name))
                    .map(row -> row.replications().get(metric.key()))
                    .map(Replications::deviation)
                    .filter(Double::isFinite)
                    .map(it -> String.format(Locale.ROOT, "± %.4f", it))
                    .orElse(""));
    if (repeated(joined)) {
      section.paragraph(
          "Numbers are means over the runs of a model; ± is the standard deviation between them.");
    }
    return section.build();
  }

  private static boolean repeated(JoinedRuns joined) {
    return joined.rows().stream().anyMatch(row -> !row.replications().isEmpty());
  }

  /** Every run's number, and how far runs are apart. */
  static Optional<Section> replications(JoinedRuns joined) {
    Section.Builder section = new Section.Builder("replications", "From run to run");
    if (repeated(joined)) {
      section.choice(
          "Metric",
          joined.leaderboard().metrics(),
          Column::label,
          (builder, metric) -> builder.figure(byRun(joined, metric)).table(spread(joined, metric)));
      section.paragraph(
          "The interval over runs says where the mean of further trainings on these very users"
              + " would be (Student's t). The interval over runs and users knows both sources of"
              + " variation: where it would be for other users, too. It is unknown under metrics"
              + " that lists have only together.");
    }
    return section.build();
  }

  private static Section.Figure byRun(JoinedRuns joined, Column metric) {
    List<Series> series = new ArrayList<>();
    for (Row row : rows(joined)) {
      double[] numbers = numbers(joined, row, metric);
      series.add(new Series(row.name(), place(joined.leaderboard(), row), numbers, numbers));
    }
    return new Plot(metric.label() + " of each run", "run", metric.label())
        .dots(names(joined.runs()), series);
  }

  /** One number a run, NaN where the model was not in it. */
  private static double[] numbers(JoinedRuns joined, Row row, Column metric) {
    double[] numbers = new double[joined.runs().size()];
    Arrays.fill(numbers, Double.NaN);
    for (int i = 0; i < row.runs().size(); i++) {
      int run = row.runs().get(i) - 1;
      numbers[run] =
          joined.runs().get(run).leaderboard().models().stream()
              .filter(model -> model.label().equals(row.label()))
              .mapToDouble(model -> model.metrics().getOrDefault(metric.key(), Double.NaN))
              .findFirst()
              .orElse(Double.NaN);
    }
    return numbers;
  }

  /** Best first, as in the leaderboard. */
  private static List<Row> rows(JoinedRuns joined) {
    return joined.rows().stream()
        .sorted(Comparator.comparingInt(row -> place(joined.leaderboard(), row)))
        .toList();
  }

  private static int place(Leaderboard board, Row row) {
    return board.models().stream().map(ModelResult::label).toList().indexOf(row.name());
  }

  private static Table spread(JoinedRuns joined, Column metric) {
    List<Table.Column> columns =
        List.of(
            Table.Column.text("model"),
            Table.Column.number("runs"),
            Table.Column.number("mean", metric.higherIsBetter()),
            Table.Column.number("deviation", false),
            Table.Column.text("interval over runs"),
            Table.Column.text("interval over runs and users"));
    List<Table.Row> rows = new ArrayList<>();
    for (Row row : rows(joined)) {
      Replications it = row.replications().get(metric.key());
      if (it != null) {
        rows.add(
            new Table.Row(
                List.of(
                    Cell.head(row.name()),
                    Cell.number((double) row.runs().size(), 0),
                    Cell.number(it.mean(), DIGITS),
                    Cell.number(it.deviation(), DIGITS),
                    Cell.text(Table.ends(it.interval())),
                    Cell.text(Table.ends(it.mixed().interval())))));
      }
    }
    String caption = metric.label() + ": mean and deviation of runs, with 95 % intervals";
    return new Table(caption, columns, rows, false);
  }

  /** Models that were trained anew with the same seed or other options. */
  static Optional<Section> changes(JoinedRuns joined) {
    Section.Builder section = new Section.Builder("changes", "Changes");
    if (!joined.changes().isEmpty()) {
      List<Table.Row> rows = joined.changes().stream().map(JoinedSections::change).toList();
      List<Table.Column> columns =
          List.of(
              Table.Column.text("change"),
              Table.Column.text("from"),
              Table.Column.text("metric"),
              Table.Column.number("difference"),
              Table.Column.number("Holm", false),
              Table.Column.text("verdict"));
      section.table(new Table("Models that were trained anew", columns, rows, true));
      section.paragraph(
          "With the p value of the randomisation test over users, corrected by Holm for all changes"
              + " under the metric.");
    }
    return section.build();
  }

  private static Table.Row change(JoinedRuns.Change it) {
    String kind =
        switch (it.verdict()) {
          case BETTER -> "better";
          case WORSE -> "worse";
          case OPEN -> "number";
        };
    return new Table.Row(
        List.of(
            Cell.head(it.after()),
            Cell.text(it.before()),
            Cell.text(it.metric().label()),
            Cell.signed(it.difference().difference(), "%+.4f")
                .of(kind)
                .with(Table.ends(it.difference().interval())),
            Cell.probability(it.difference().randomisation().holm()),
            Cell.text(
                it.verdict() == Verdict.OPEN
                    ? ""
                    : it.verdict() == Verdict.WORSE ? "regression" : "better")));
  }

  /** Which runs were joined. */
  static Optional<Section> runs(JoinedRuns joined, Path page) {
    List<Table.Row> rows = new ArrayList<>();
    for (SavedResults run : joined.runs()) {
      // A whole path would tell where somebody works.
      Cell folder = Cell.text(String.valueOf(run.folder().normalize().getFileName()));
      rows.add(
          new Table.Row(
              List.of(
                  Cell.head(String.valueOf(rows.size() + 1)),
                  link(run.folder(), page).map(folder::leading).orElse(folder),
                  Cell.text(String.valueOf(run.seed())).of("number"),
                  run.fold().map(it -> Cell.number((double) it, 0)).orElse(Cell.text("")),
                  Cell.text(run.leaderboard().protocol()))));
    }
    List<Table.Column> columns =
        List.of(
            Table.Column.text("run"),
            Table.Column.text("folder"),
            Table.Column.number("seed"),
            Table.Column.number("fold"),
            Table.Column.text("protocol"));
    return new Section.Builder("runs", "Runs")
        .table(new Table("Runs that were joined", columns, rows, false))
        .build();
  }

  /** Of a run in what the page's folder lies in: found wherever that is moved. */
  private static Optional<String> link(Path run, Path page) {
    Path own = run.toAbsolutePath().normalize();
    Path folder = page.toAbsolutePath().normalize().getParent();
    Path common = folder == null ? null : folder.getParent();
    if (common == null
        || !own.startsWith(common)
        || !Files.isRegularFile(own.resolve(RunReport.FILE))) {
      return Optional.empty();
    }
    try {
      StringBuilder path = new StringBuilder("..");
      common.relativize(own.resolve(RunReport.FILE)).forEach(it -> path.append('/').append(it));
      return Optional.of(new URI(null, null, path.toString(), null).toASCIIString());
    } catch (URISyntaxException e) {
      return Optional.empty(); // the name alone must do
    }
  }

  /** What runs are called: by what tells them apart. */
  private static List<String> names(List<SavedResults> runs) {
    boolean oneSeed = runs.stream().mapToLong(SavedResults::seed).distinct().count() == 1;
    List<String> names =
        runs.stream()
            .map(
                run -> {
                  Optional<String> fold = run.fold().map(it -> "fold " + it);
                  String seed = "seed " + run.seed();
                  return oneSeed && fold.isPresent()
                      ? fold.get()
                      : seed + fold.map(it -> ", " + it).orElse("");
                })
            .toList();
    return names.stream().distinct().count() == names.size()
        ? names
        : IntStream.rangeClosed(1, runs.size()).mapToObj(number -> "run " + number).toList();
  }
}
