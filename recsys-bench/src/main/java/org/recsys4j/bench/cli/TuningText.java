package org.recsys4j.bench.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.recsys4j.eval.experiment.Leaderboard;
import org.recsys4j.eval.experiment.ModelResult;
import org.recsys4j.eval.tuning.ModelTuning;
import org.recsys4j.eval.tuning.Trial;
import org.recsys4j.eval.tuning.Tune;
import org.recsys4j.eval.tuning.TuningSummary;

/**
 * The end of a tuning as people read it: the leaderboard of each run, and of all of them, then what
 * was tried for each model, which options were chosen, and what the search was allowed to cost.
 */
final class TuningText {
  private static final int WIDTH = 100;

  private TuningText() {}

  static String of(TuningSummary summary) {
    StringBuilder text = new StringBuilder();
    summary.runs().stream()
        .flatMap(it -> it.summary().stream())
        .forEach(it -> text.append(SummaryText.of(it)).append('\n'));
    summary.joined().ifPresent(it -> text.append(JoinedRunsText.of(it.runs())).append('\n'));
    text.append(table(summary)).append('\n').append(setting(summary));
    return text.toString();
  }

  private static String table(TuningSummary summary) {
    List<Leaderboard.Column> columns =
        summary.leaderboard().map(Leaderboard::metrics).orElse(List.of());
    List<TextTable.Side> sides = new ArrayList<>(List.of(TextTable.Side.LEFT));
    List<String> header = new ArrayList<>(List.of("model", "trials", "stopped", "best"));
    columns.forEach(it -> header.add("test " + it.label()));
    while (sides.size() < header.size()) {
      sides.add(TextTable.Side.RIGHT);
    }
    sides.add(TextTable.Side.LEFT);
    header.add("chosen");
    TextTable table = new TextTable(sides.toArray(TextTable.Side[]::new)).row(header);
    summary.models().forEach(it -> table.row(row(it, summary, columns)));
    StringBuilder text = new StringBuilder(table.render(WIDTH));
    for (ModelTuning model : summary.models()) {
      failures(model).ifPresent(text::append);
    }
    return text.toString();
  }

  private static List<String> row(
      ModelTuning model, TuningSummary summary, List<Leaderboard.Column> columns) {
    List<String> row = new ArrayList<>(List.of(model.label()));
    row.add(String.valueOf(model.trials().size()));
    row.add(String.valueOf(model.count(Trial.Status.STOPPED)));
    row.add(print(model.chosen().map(it -> it.metric().orElseThrow()).orElse(Double.NaN)));
    Map<String, Double> test = test(model.label(), summary.leaderboard());
    columns.forEach(it -> row.add(print(test.getOrDefault(it.key(), Double.NaN))));
    row.add(model.chosen().map(TuningText::chosen).orElse("all trials failed"));
    return row;
  }

  private static String print(double number) {
    return Double.isNaN(number) ? "-" : Leaderboard.print(number);
  }

  private static Map<String, Double> test(String label, Optional<Leaderboard> board) {
    return board.stream()
        .flatMap(it -> it.models().stream())
        .filter(it -> it.label().equals(label))
        .findFirst()
        .map(ModelResult::metrics)
        .orElse(Map.of());
  }

  private static String chosen(Trial trial) {
    String options = String.join(" ", trial.searched());
    return trial.number() > 1 ? options : ("the defaults " + options).strip();
  }

  private static Optional<String> failures(ModelTuning model) {
    List<Trial> failed =
        model.trials().stream().filter(it -> it.status() == Trial.Status.FAILED).toList();
    if (failed.isEmpty()) {
      return Optional.empty();
    }
    Trial first = failed.get(0);
    return Optional.of(
        String.format(
            Locale.ROOT,
            "%d of %d trials of \"%s\" failed; trial %d: %s\n%s",
            failed.size(),
            model.trials().size(),
            model.label(),
            first.number(),
            first.failure().map(Trial.Failure::message).orElse(""),
            model.mayPass() == 0
                ? ""
                : "  "
                    + model.mayPass()
                    + " of these for want of memory or files: --resume tries again\n"));
  }

  private static String setting(TuningSummary summary) {
    TextTable table = new TextTable(TextTable.Side.LEFT, TextTable.Side.LEFT);
    table.row("best", summary.metric());
    if (summary.onTest()) {
      table.row("allow-test", "trials were compared on the test part: its numbers are too good");
    }
    Tune tune = summary.tune();
    table.row(
        "budget",
        limits(tune.trials(), tune.seconds(), tune.epochs())
            + " for each model with a search space"
            + (tune.unequal().isEmpty() ? "" : ", but " + unequal(tune)));
    table.row("searcher", word(tune.searcher()) + ", scheduler " + word(tune.scheduler()));
    table.row(
        "spent",
        summary.models().stream().map(TuningText::spent).collect(Collectors.joining("; ")));
    if (summary.seeds().size() > 1) {
      table.row("seeds", seeds(summary.seeds()));
    }
    table.row("tuning", summary.folder().toString());
    summary.runs().forEach(it -> table.row("run", it.folder().toString()));
    summary.joined().ifPresent(it -> table.row("joined", it.folder().toString()));
    return table.render(WIDTH);
  }

  private static String seeds(List<Long> seeds) {
    return String.format(
        Locale.ROOT,
        "searched with %d; what was chosen was trained and tested with %s, on one split; test numbers"
            + " are means",
        seeds.get(0),
        seeds.stream().map(String::valueOf).collect(Collectors.joining(", ")));
  }

  private static String limits(int trials, Optional<Double> seconds, Optional<Long> epochs) {
    StringBuilder text = new StringBuilder(trials == 1 ? "1 trial" : trials + " trials");
    seconds.ifPresent(it -> text.append(String.format(Locale.ROOT, ", %.0f s", it)));
    epochs.ifPresent(it -> text.append(", ").append(it).append(" epochs"));
    return text.toString();
  }

  private static String unequal(Tune tune) {
    return tune.unequal().keySet().stream()
        .sorted()
        .map(it -> it + " " + limits(tune, it))
        .collect(Collectors.joining(", "));
  }

  private static String limits(Tune tune, String label) {
    Tune.Budget budget = tune.budget(label);
    return limits(budget.trials(), budget.seconds(), budget.epochs());
  }

  private static String spent(ModelTuning model) {
    return String.format(
        Locale.ROOT,
        "%s %.1f s%s",
        model.label(),
        model.seconds(),
        model.epochs() > 0 ? String.format(Locale.ROOT, ", %,d epochs", model.epochs()) : "");
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
