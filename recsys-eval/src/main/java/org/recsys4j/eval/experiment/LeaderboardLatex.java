package org.recsys4j.eval.experiment;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * {@code leaderboard.tex}: a {@code tabular} for papers, in the style of the package booktabs. The
 * best of each metric is bold, a raised asterisk marks what differs significantly from the
 * reference, and intervals are set by {@code \recsysinterval}, which a document may define before
 * as it likes: {@code \newcommand{\recsysinterval}[2]{}} leaves them out.
 *
 * <p>Labels may have any letters. Those beyond ASCII are set by {@code \recsysunicode}: as they are
 * in LuaLaTeX and XeLaTeX and where pdfLaTeX knows them, and otherwise by their numbers, where
 * pdfLaTeX would stop with an error; {@code \DeclareUnicodeCharacter} makes it know one.
 */
final class LeaderboardLatex {
  private static final String UNICODE = "\\recsysunicode";
  private static final String LIGATURES = "-',"; // two of them are one letter
  private static final int ASCII_END = 0x7f;

  private LeaderboardLatex() {}

  static void write(Leaderboard board, OutputStream out) throws IOException {
    String rows = rows(board);
    StringBuilder text = new StringBuilder();
    text.append("% Protocol ").append(board.protocol()).append("; needs \\usepackage{booktabs}\n");
    text.append("\\providecommand{\\recsysinterval}[2]{\\,{\\scriptsize[#1, #2]}}\n");
    if (rows.contains(UNICODE)) {
      text.append("\\providecommand{" + UNICODE + "}[2]{\\ifdefined\\Umathchar#1\\else%\n");
      text.append("  \\ifcsname u8:\\detokenize{#1}\\endcsname#1\\else U+#2\\fi\\fi}\n");
    }
    text.append("\\begin{tabular}{l").append("r".repeat(board.metrics().size())).append("}\n");
    text.append("\\toprule\n").append(rows).append("\\bottomrule\n\\end{tabular}\n");
    Legend.of(board)
        .ifPresent(it -> it.sentences().forEach(line -> text.append(comment(line)).append('\n')));
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String rows(Leaderboard board) {
    StringBuilder text = new StringBuilder("model");
    board.metrics().forEach(metric -> text.append(" & ").append(escape(metric.label())));
    text.append(" \\\\\n\\midrule\n");
    for (ModelResult it : board.models()) {
      text.append(escape(it.label()));
      for (Leaderboard.Column metric : board.metrics()) {
        text.append(" & ").append(it.failed() ? "--" : cell(board, it, metric));
      }
      text.append(" \\\\\n");
    }
    return text.toString();
  }

  /** A label within it may have line breaks, behind which nothing would be a comment. */
  private static String comment(String line) {
    return "% " + line.replaceAll("\\p{Cntrl}", " ");
  }

  private static String cell(Leaderboard board, ModelResult result, Leaderboard.Column metric) {
    String value = print(result.metrics().getOrDefault(metric.key(), Double.NaN));
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
                    .append(print(it.low()))
                    .append("}{")
                    .append(print(it.high()))
                    .append('}'));
    return cell.toString();
  }

  /** With a minus, where a hyphen would stand. */
  private static String print(double value) {
    return Leaderboard.print(value).replace("-", "$-$");
  }

  /** A text in which nothing is a command, a ligature, or an argument of what stands before it. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    int previous = 0;
    for (int c : text.codePoints().toArray()) {
      escaped.append(
          c == previous && LIGATURES.indexOf(c) >= 0 ? "{" + escape(c) + "}" : escape(c));
      previous = c;
    }
    return escaped.toString();
  }

  private static String escape(int c) {
    return switch (c) {
      case '\\' -> "\\textbackslash{}";
      case '~' -> "\\textasciitilde{}";
      case '^' -> "\\textasciicircum{}";
      case '<' -> "\\textless{}"; // as it is, another sign in LaTeX's oldest fonts
      case '>' -> "\\textgreater{}";
      case '|' -> "\\textbar{}";
      case '"' -> "\\symbol{34}"; // a command in German texts
      case '&', '%', '$', '#', '_', '{', '}' -> "\\" + (char) c;
      case '[', '*' -> "{" + (char) c + "}"; // what the end of a row would take for its own
      case '`' -> "{`}"; // makes ! and ? stand on their heads
      default ->
          Character.isISOControl(c)
              ? " "
              : c < ASCII_END ? Character.toString(c) : unicode(Character.toString(c), c);
    };
  }

  private static String unicode(String letter, int c) {
    return String.format(Locale.ROOT, "%s{%s}{%04X}", UNICODE, letter, c);
  }
}
