package org.recsys4j.bench.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.recsys4j.eval.experiment.DataStep;
import org.recsys4j.eval.experiment.Leaderboard;
import org.recsys4j.eval.experiment.Legend;
import org.recsys4j.eval.experiment.ModelResult;
import org.recsys4j.eval.experiment.RunSummary;
import org.recsys4j.eval.protocol.Leakage;

/** The end of a run as people read it: the leaderboard, and below it what it means. */
final class SummaryText {
  private static final int WIDTH = 100;

  private SummaryText() {}

  static String of(RunSummary summary) {
    return leaderboard(summary.leaderboard())
        + "\n"
        + GroupsText.of(summary.folder(), summary.leaderboard())
        + setting(summary);
  }

  /** The table, and below it the models that failed. */
  static String leaderboard(Leaderboard board) {
    List<TextTable.Side> sides = new ArrayList<>(List.of(TextTable.Side.LEFT));
    List<String> header = new ArrayList<>(List.of("model"));
    for (Leaderboard.Column metric : board.metrics()) {
      sides.add(TextTable.Side.RIGHT);
      header.add(metric.label());
    }
    for (String column : List.of("fit s", "evaluate s", "parameters", "peak MiB")) {
      sides.add(TextTable.Side.RIGHT);
      header.add(column);
    }
    TextTable table = new TextTable(sides.toArray(TextTable.Side[]::new)).row(header);
    board.models().stream().filter(it -> !it.failed()).forEach(it -> table.row(row(board, it)));
    StringBuilder text = new StringBuilder(table.render(WIDTH));
    for (ModelResult failed : board.models().stream().filter(ModelResult::failed).toList()) {
      text.append("FAILED: ").append(failed.failure().orElse("")).append('\n');
    }
    return text.toString();
  }

  private static List<String> row(Leaderboard board, ModelResult result) {
    List<String> row = new ArrayList<>(List.of(result.label()));
    for (Leaderboard.Column metric : board.metrics()) {
      row.add(cell(board, result, metric));
    }
    row.add(String.format(Locale.ROOT, "%.1f", result.fitSeconds()));
    row.add(String.format(Locale.ROOT, "%.1f", result.evaluateSeconds()));
    row.add(String.format(Locale.ROOT, "%,d", result.parameters()));
    row.add(String.format(Locale.ROOT, "%,d", result.peakMemoryBytes() >> 20));
    return row;
  }

  /**
   * A number and its mark; where another number of the column has a mark, a space stands for it.
   */
  static String cell(Leaderboard board, ModelResult result, Leaderboard.Column metric) {
    boolean marks = board.models().stream().anyMatch(it -> board.marked(it.label(), metric.key()));
    String mark = board.marked(result.label(), metric.key()) ? Legend.MARK : marks ? " " : "";
    return Leaderboard.print(result.metrics().getOrDefault(metric.key(), Double.NaN)) + mark;
  }

  /** What marks mean, and what so many users can show. */
  static void legend(Leaderboard board, TextTable table) {
    Legend.of(board)
        .ifPresent(
            legend -> {
              legend.marks().ifPresent(marks -> table.row(Legend.MARK, marks));
              legend.power().ifPresent(power -> table.row("power", power));
            });
  }

  private static String setting(RunSummary summary) {
    RunSummary.Setting setting = summary.setting();
    TextTable table = new TextTable(TextTable.Side.LEFT, TextTable.Side.LEFT);
    legend(summary.leaderboard(), table);
    table.row("protocol", summary.leaderboard().protocol() + ": " + setting.rules());
    table.row("candidates", setting.candidates());
    table.row(
        "data", setting.data().stream().map(SummaryText::size).collect(Collectors.joining(" -> ")));
    table.row("split", split(setting));
    table.row("users", setting.users().summary());
    table.row("pairs", setting.pairs().summary());
    table.row("leakage", setting.leakage().map(Leakage::summary).orElse(Leakage.UNKNOWN));
    table.row(
        "stopping",
        setting
            .earlyStopping()
            .map(label -> "models that stop early look at " + label + " of the validation part")
            .orElse("no validation part, so nothing was stopped early or tuned"));
    table.row("run", summary.folder().toString());
    return table.render(WIDTH);
  }

  private static String split(RunSummary.Setting setting) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%,d training, %,d validation, %,d test events",
            setting.train().events(),
            setting.validation().events(),
            setting.test().events()));
    if (setting.foldIn().events() > 0) {
      text.append(
          String.format(
              Locale.ROOT,
              "; %,d of %,d users to fold in",
              setting.foldIn().events(),
              setting.foldIn().users()));
    }
    if (setting.leftOut() > 0) {
      text.append(String.format(Locale.ROOT, "; %,d left out", setting.leftOut()));
    }
    return text.toString();
  }

  private static String size(DataStep step) {
    return String.format(
        Locale.ROOT,
        "%s: %,d events, %,d users, %,d items",
        step.name(),
        step.events(),
        step.users(),
        step.items());
  }
}
