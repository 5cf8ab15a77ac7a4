package org.recsys4j.eval.experiment;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * {@code leaderboard.md}: for people, rounded; the best of each metric in bold, intervals in
 * brackets, an asterisk where a number differs significantly from that of the reference.
 */
final class LeaderboardMarkdown {
  private LeaderboardMarkdown() {}

  static void write(Leaderboard board, OutputStream out) throws IOException {
    boolean fitted = board.models().stream().anyMatch(it -> !Double.isNaN(it.fitSeconds()));
    int columns = board.metrics().size() + (fitted ? 1 : 0);
    StringBuilder text = new StringBuilder("| model |");
    board.metrics().forEach(metric -> text.append(' ').append(metric.label()).append(" |"));
    text.append(fitted ? " fit s |\n|---|" : "\n|---|");
    text.append("--:|".repeat(columns)).append('\n');
    for (ModelResult it : board.models()) {
      text.append("| ").append(escape(it.label())).append(" | ");
      if (it.failed()) {
        text.append("failed: ").append(escape(it.failure().orElse("")));
        text.append(" |".repeat(columns)).append('\n');
        continue;
      }
      text.append(
          board.metrics().stream()
              .map(metric -> cell(board, it, metric))
              .collect(Collectors.joining(" | ")));
      text.append(fitted ? String.format(Locale.ROOT, " | %.1f |\n", it.fitSeconds()) : " |\n");
    }
    Legend.of(board)
        .ifPresent(
            legend ->
                text.append('\n')
                    .append(
                        legend.sentences().stream()
                            .map(LeaderboardMarkdown::escape)
                            .collect(Collectors.joining(".\n")))
                    .append(".\n"));
    text.append("\nProtocol ").append(board.protocol());
    text.append("; rounded, in full precision in `leaderboard.csv`.\n");
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String cell(Leaderboard board, ModelResult result, Leaderboard.Column metric) {
    String value = Leaderboard.print(result.metrics().getOrDefault(metric.key(), Double.NaN));
    String interval =
        board
            .interval(result.label(), metric.key())
            .map(
                it ->
                    " [" + Leaderboard.print(it.low()) + ", " + Leaderboard.print(it.high()) + "]")
            .orElse("");
    String mark = board.marked(result.label(), metric.key()) ? escape(Legend.MARK) : "";
    return (board.best(result, metric) ? "**" + value + "**" : value) + mark + interval;
  }

  /** A text in which nothing is a mark, a link or an element of HTML. */
  private static String escape(String text) {
    return text.replaceAll("[\\\\`*|\\[]|<(?=[A-Za-z/!?])", "\\\\$0").replaceAll("\\R", " ");
  }
}
