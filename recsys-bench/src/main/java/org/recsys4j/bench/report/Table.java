package org.recsys4j.bench.report;

import java.util.List;
import java.util.Locale;

/**
 * A table of the page.
 *
 * @param caption what it shows
 * @param columns its columns
 * @param rows its rows, each with a cell for every column
 * @param sortable whether the reader may sort it
 */
record Table(String caption, List<Column> columns, List<Row> rows, boolean sortable) {
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
   */
  record Cell(String text, String note, String sort, String kind, boolean head) {
    static Cell head(String text) {
      return new Cell(text, "", text, "", true);
    }

    static Cell text(String text) {
      return new Cell(text, "", text, "", false);
    }

    /** Nothing where there is no number. */
    static Cell number(double value, int digits) {
      return Double.isNaN(value)
          ? new Cell("–", "", "", "number", false)
          : number(value, String.format(Locale.ROOT, "%,." + digits + "f", value));
    }

    static Cell number(double value, String text) {
      return new Cell(text, "", Double.toString(value), "number", false);
    }

    /** The same with a mark behind it. */
    Cell marked(String mark) {
      return new Cell(text + mark, note, sort, kind, head);
    }

    Cell of(String otherKind) {
      return new Cell(text, note, sort, otherKind, head);
    }

    Cell with(String otherNote) {
      return new Cell(text, otherNote, sort, kind, head);
    }
  }
}
