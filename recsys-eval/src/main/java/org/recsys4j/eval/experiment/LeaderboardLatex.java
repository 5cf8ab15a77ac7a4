package org.recsys4j.eval.experiment;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * {@code leaderboard.tex}: a {@code tabular} for papers, in the style of the package booktabs. The
 * best of each metric is bold, a raised asterisk marks what differs significantly from the
 * reference, and intervals are set by {@code \recsysinterval}, which a document may define before
 * as it likes: {@code \newcommand{\recsysinterval}[2]{}} leaves them out.
 */
final class LeaderboardLatex {
  private LeaderboardLatex() {}

  static void write(Leaderboard board, OutputStream out) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append("% Protocol ").append(board.protocol()).append("; needs \\usepackage{booktabs}\n");
    text.append("\\providecommand{\\recsysinterval}[2]{\\,{\\scriptsize[#1, #2]}}\n");
    text.append("\\begin{tabular}{l").append("r".repeat(board.metrics().size())).append("}\n");
    text.append("\\toprule\nmodel");
    board.metrics().forEach(metric -> text.append(" & ").append(escape(metric.label())));
    text.append(" \\\\\n\\midrule\n");
    for (ModelResult it : board.models()) {
      text.append(escape(it.label()));
      for (Leaderboard.Column metric : board.metrics()) {
        text.append(" & ").append(it.failed() ? "--" : cell(board, it, metric));
      }
      text.append(" \\\\\n");
    }
    text.append("\\bottomrule\n\\end{tabular}\n");
    Legend.of(board)
        .ifPresent(
            it -> it.sentences().forEach(line -> text.append("% ").append(line).append('\n')));
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String cell(Leaderboard board, ModelResult result, Leaderboard.Column metric) {
    String value = Leaderboard.print(result.metrics().getOrDefault(metric.key(), Double.NaN));
    StringBuilder cell = new StringBuilder();
    cell.append(board.best(result, metric) ? "\\textbf{" + value + "}" : value);
    if (board.marked(result.label(), metric.key())) {
      cell.append("$^{").append(Legend.MARK).append("}$");
    }
    board
        .interval(result.label(), metric.key())
        .ifPresent(
            it ->
                cell.append("\\recsysinterval{")
                    .append(Leaderboard.print(it.low()))
                    .append("}{")
                    .append(Leaderboard.print(it.high()))
                    .append('}'));
    return cell.toString();
  }

  /** A text in which nothing is a command. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> escaped.append("\\textbackslash{}");
        case '~' -> escaped.append("\\textasciitilde{}");
        case '^' -> escaped.append("\\textasciicircum{}");
        case '&', '%', '$', '#', '_', '{', '}' -> escaped.append('\\').append(c);
        case '[' -> escaped.append("{[}"); // behind the end of a row it would be a length
        case '\n', '\r', '\t' -> escaped.append(' ');
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
