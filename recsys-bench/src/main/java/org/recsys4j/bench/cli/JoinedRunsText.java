package org.recsys4j.bench.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.recsys4j.eval.experiment.JoinedRuns;
import org.recsys4j.eval.experiment.JoinedRunsFiles;
import org.recsys4j.eval.experiment.Leaderboard;
import org.recsys4j.eval.experiment.SavedResults;
import org.recsys4j.eval.statistics.Interval;
import org.recsys4j.eval.statistics.Replications;

/** Joined runs as people read them. */
final class JoinedRunsText {
  private static final int WIDTH = 100;
  private static final TextTable.Side LEFT = TextTable.Side.LEFT;
  private static final TextTable.Side RIGHT = TextTable.Side.RIGHT;

  private JoinedRunsText() {}

  /** Prints, and writes files where a folder is given. */
  static void print(JoinedRuns joined, Optional<Path> folder, PrintWriter out) {
    out.print(of(joined));
    if (folder.isPresent()) {
      try {
        out.println("written: " + TextTable.files(JoinedRunsFiles.write(joined, folder.get())));
      } catch (IOException e) {
        throw new UnwritableException(folder.get(), e);
      }
    }
    out.flush();
  }

  static String of(JoinedRuns joined) {
    StringBuilder text = new StringBuilder(SummaryText.leaderboard(joined.leaderboard()));
    if (joined.rows().stream().anyMatch(it -> !it.replications().isEmpty())) {
      text.append('\n').append(replications(joined));
    }
    if (!joined.changes().isEmpty()) {
      text.append('\n').append(changes(joined));
    }
    return text.append('\n').append(setting(joined)).toString();
  }

  private static String replications(JoinedRuns joined) {
    TextTable table = new TextTable(LEFT, LEFT, RIGHT, RIGHT, LEFT, LEFT);
    table.row("over runs", "metric", "mean", "sd", "95 % over runs and users", "each run");
    for (JoinedRuns.Row row : joined.rows()) {
      for (Leaderboard.Column metric : joined.leaderboard().metrics()) {
        Replications it = row.replications().get(metric.key());
        if (it != null) {
          table.row(
              row.name(),
              metric.label(),
              Leaderboard.print(it.mean()),
              Leaderboard.print(it.deviation()),
              interval(it.mixed().interval()),
              it.numbers().stream().map(Leaderboard::print).collect(Collectors.joining(" ")));
        }
      }
    }
    return table.render(WIDTH);
  }

  private static String changes(JoinedRuns joined) {
    TextTable table = new TextTable(LEFT, LEFT, LEFT, RIGHT, LEFT, RIGHT, LEFT);
    table.row("change", "from", "metric", "difference", "95 %", "p (Holm)", "");
    for (JoinedRuns.Change it : joined.changes()) {
      String word =
          switch (it.verdict()) {
            case WORSE -> "REGRESSION";
            case BETTER -> "better";
            case OPEN -> "";
          };
      table.row(
          it.after(),
          it.before(),
          it.metric().label(),
          String.format(Locale.ROOT, "%+.4f", it.difference().difference()),
          interval(it.difference().interval()),
          Leaderboard.print(it.difference().randomisation().holm()),
          word);
    }
    return table.render(WIDTH);
  }

  private static String interval(Interval interval) {
    return interval.known()
        ? Leaderboard.print(interval.low()) + " to " + Leaderboard.print(interval.high())
        : "unknown";
  }

  private static String setting(JoinedRuns joined) {
    TextTable table = new TextTable(LEFT, LEFT);
    SummaryText.legend(joined.leaderboard(), table);
    table.row("protocol", joined.leaderboard().protocol());
    List<SavedResults> runs = joined.runs();
    for (int i = 0; i < runs.size(); i++) {
      String fold = runs.get(i).fold().map(it -> ", fold " + it).orElse("");
      table.row("run " + (i + 1), runs.get(i).folder() + ", seed " + runs.get(i).seed() + fold);
    }
    List<JoinedRuns.Change> regressions = joined.regressions();
    if (!joined.changes().isEmpty()) {
      table.row(
          "regressions",
          regressions.isEmpty()
              ? "none"
              : regressions.stream()
                  .map(it -> it.after() + " in " + it.metric().label())
                  .collect(Collectors.joining("; ")));
    }
    return table.render(WIDTH);
  }
}
