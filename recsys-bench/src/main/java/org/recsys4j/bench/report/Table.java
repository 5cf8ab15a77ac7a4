package org.recsys4j.bench.report;

import java.util.List;
import java.util.Locale;
import org.recsys4j.eval.statistics.Interval;

/**
 * A table of the page.
 *
 * @param caption what it shows
 * @param columns its columns
 * @param rows its rows, each with a cell for every column
 * @param sortable whether the reader may sort it
 */
record Table(String caption, List<Column> columns, List<Row> rows, boolean sortable) {
  private static final double LEAST_SHOWN = 0.0001;
  private static final String LEAST_SHOWN_TEXT = "0.0001";

  Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    for (Row row : rows) {
      if (row.cells().size() != columns.size()) {
        throw new IllegalArgumentException(
            row.cells().size() + " cells in " + columns.size() + " columns");
      }
    }
  }

  /** A number as a format with a sign writes it, with a real minus. */
  static String signed(double value, String format) {
    return String.format(Locale.ROOT, format, value).replace('-', '\u2212');
  }

  /** The ends of an interval in brackets, or nothing where they are unknown. */
  static String ends(Interval interval) {
    return interval.known()
        ? "[" + signed(interval.low(), "%.4f") + ", " + signed(interval.high(), "%.4f") + "]"
        : "";
  }

  /** A p value to four decimals: no p value is 0. */
  static String probability(double p) {
    return p < LEAST_SHOWN ? "< " + LEAST_SHOWN_TEXT : String.format(Locale.ROOT, "%.4f", p);
  }

  /**
   * A column.
   *
   * @param name what heads it
   * @param number whether it holds numbers, not texts
   * @param first in which direction it is sorted first: {@code ascending} or {@code descending}
   * @param sorted whether the table is sorted by it from the beginning, in that direction
   */
  record Column(String name, boolean number, String first, boolean sorted) {
    static Column text(String name) {
      return new Column(name, false, "ascending", false);
    }

    /** Numbers that are sorted with the largest on top. */
    static Column number(String name) {
      return number(name, true);
    }

    /** Numbers that are sorted with the best on top. */
    static Column number(String name, boolean higherIsBetter) {
      return new Column(name, true, higherIsBetter ? "descending" : "ascending", false);
    }

    /** The column by which the rows are sorted already. */
    Column bySorting() {
      return new Column(name, number, first, true);
    }
  }

  /** A row. */
  record Row(List<Cell> cells) {
    Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A cell.
   *
   * @param text what is read
   * @param note what stands below it in small letters, in as many lines as it has, or nothing
   * @param sort by what the table is sorted: a number in full precision, or the text
   * @param kind class of its style
   * @param head whether it names its row
   * @param link where the text leads, or nothing
   */
  record Cell(String text, String note, String sort, String kind, boolean head, String link) {
    static Cell head(String text) {
      return new Cell(text, "", text, "", true, "");
    }

    static Cell text(String text) {
      return new Cell(text, "", text, "", false, "");
    }

    /** Nothing where there is no number. */
    static Cell number(double value, int digits) {
      return Double.isNaN(value)
          ? new Cell("–", "", "", "number", false, "")
          : number(value, String.format(Locale.ROOT, "%,." + digits + "f", value));
    }

    static Cell number(double value, String text) {
      return new Cell(text, "", Double.toString(value), "number", false, "");
    }

    /** A number with its sign, and a real minus. */
    static Cell signed(double value, String format) {
      return Double.isNaN(value) ? number(value, 0) : number(value, Table.signed(value, format));
    }

    /** A p value, none of which is 0. */
    static Cell probability(double p) {
      return Double.isNaN(p) ? number(p, 0) : number(p, Table.probability(p));
    }

    /** The same with a mark behind it. */
    Cell marked(String mark) {
      return new Cell(text + mark, note, sort, kind, head, link);
    }

    /** The same, leading to another page. */
    Cell leading(String address) {
      return new Cell(text, note, sort, kind, head, address);
    }

    Cell of(String otherKind) {
      return new Cell(text, note, sort, otherKind, head, link);
    }

    Cell with(String otherNote) {
      return new Cell(text, otherNote, sort, kind, head, link);
    }
  }
}
