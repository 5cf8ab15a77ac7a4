package org.recsys4j.api.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of users or of items: a table of texts with named columns and one row an id.
 * Immutable. A column named {@link #TITLE} holds what to show people instead of an id.
 */
public final class Attributes {
  /** The column with names for people: titles of films, descriptions of goods. */
  public static final String TITLE = "title";

  /** Nothing is known. */
  public static final Attributes NONE = new Attributes(List.of(), Map.of());

  private final List<String> columns;
  private final Map<String, List<String>> rows;

  private Attributes(List<String> columns, Map<String, List<String>> rows) {
    this.columns = columns;
    this.rows = rows;
  }

  /**
   * The names of the columns, without that of the id.
   *
   * @return names in the order of the source
   */
  public List<String> columns() {
    return columns;
  }

  /**
   * The ids that have a row.
   *
   * @return external ids in the order of the source
   */
  public Iterable<String> ids() {
    return rows.keySet();
  }

  /**
   * The cell of an id and a column.
   *
   * @param id an external id
   * @param column name of a column
   * @return the text, or empty where there is no such column, no such row, or nothing in the cell
   */
  public Optional<String> value(String id, String column) {
    int index = columns.indexOf(column);
    List<String> row = rows.get(id);
    return index < 0 || row == null || row.get(index).isEmpty()
        ? Optional.empty()
        : Optional.of(row.get(index));
  }

  /**
   * The row of an id.
   *
   * @param id an external id
   * @return the row; all its cells are empty where nothing is known of the id
   */
  public Row row(String id) {
    return column -> value(id, column);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Attributes that
        && columns.equals(that.columns)
        && rows.equals(that.rows);
  }

  @Override
  public int hashCode() {
    return 31 * columns.hashCode() + rows.hashCode();
  }

  @Override
  public String toString() {
    return "Attributes" + columns + " of " + rows.size() + " ids";
  }

  /** One row: what feature extractors read. */
  @FunctionalInterface
  public interface Row {
    /**
     * A cell.
     *
     * @param column name of a column
     * @return the text, or empty where there is none
     */
    Optional<String> value(String column);
  }

  /** Collects rows. For one thread. */
  public static final class Builder {
    private final List<String> columns;
    private final Map<String, List<String>> rows = new LinkedHashMap<>();

    /**
     * An empty table.
     *
     * @param columns names of the columns, without that of the id
     */
    public Builder(List<String> columns) {
      this.columns = List.copyOf(columns);
    }

    /**
     * Adds a row. A second row of one id replaces the first; a row of empty cells says nothing and
     * counts as none.
     *
     * @param id external id
     * @param cells one text a column, the empty one where nothing is known
     * @return this
     * @throws IllegalArgumentException if there are more or fewer cells than columns
     */
    public Builder add(String id, List<String> cells) {
      if (cells.size() != columns.size()) {
        throw new IllegalArgumentException(
            cells.size() + " cells in a table of " + columns.size() + " columns");
      }
      if (cells.stream().allMatch(String::isEmpty)) {
        rows.remove(id);
      } else {
        rows.put(id, List.copyOf(cells));
      }
      return this;
    }

    /**
     * Freezes the table.
     *
     * @return what was added
     */
    public Attributes build() {
      return new Attributes(columns, new LinkedHashMap<>(rows));
    }
  }
}
