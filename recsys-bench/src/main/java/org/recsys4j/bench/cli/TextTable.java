package org.recsys4j.bench.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Rows of texts in aligned columns, two spaces apart. The last column may be wrapped. */
final class TextTable {
  private static final String GAP = "  ";

  /** On which side of its column a text stands. */
  enum Side {
    LEFT,
    RIGHT
  }

  private final List<Side> sides;
  private final List<List<String>> rows = new ArrayList<>();

  TextTable(Side... sides) {
    this.sides = List.of(sides);
  }

  TextTable row(String... cells) {
    return row(List.of(cells));
  }

  TextTable row(List<String> cells) {
    if (cells.size() != sides.size()) {
      throw new IllegalArgumentException(cells.size() + " cells for " + sides.size() + " columns");
    }
    rows.add(List.copyOf(cells));
    return this;
  }

  /** The table; where a line would be longer than {@code width}, its last cell is wrapped. */
  String render(int width) {
    int[] widths = new int[sides.size()];
    for (List<String> row : rows) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], length(row.get(column)));
      }
    }
    int last = widths.length - 1;
    int indent = 0;
    for (int column = 0; column < last; column++) {
      indent += widths[column] + GAP.length();
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < last; column++) {
        line.append(pad(row.get(column), widths[column], sides.get(column))).append(GAP);
      }
      String cell = row.get(last);
      line.append(
          sides.get(last) == Side.RIGHT
              ? pad(cell, widths[last], Side.RIGHT)
              : wrap(cell, Math.max(width - indent, width / 3), indent));
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private static String pad(String text, int width, Side side) {
    String space = " ".repeat(width - length(text));
    return side == Side.LEFT ? text + space : space + text;
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** Breaks a text at spaces; the lines after the first one are indented. */
  static String wrap(String text, int width, int indent) {
    StringBuilder wrapped = new StringBuilder();
    int used = 0;
    for (String word : text.split(" ", -1)) {
      if (used > 0 && used + 1 + length(word) > width) {
        wrapped.append('\n').append(" ".repeat(indent));
        used = 0;
      } else if (used > 0) {
        wrapped.append(' ');
        used++;
      }
      wrapped.append(word);
      used += length(word);
    }
    return wrapped.toString();
  }

  /** Files in a row, separated by commas. */
  static String files(List<Path> files) {
    return files.stream().map(Path::toString).collect(Collectors.joining(", "));
  }
}
