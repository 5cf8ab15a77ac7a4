package org.recsys4j.models.sparse;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.UserHistory;

/**
 * A matrix of which only some cells are stored, row after row (compressed sparse rows). Rows hold
 * their columns once, in ascending order. Immutable; holds 8 bytes a cell and 4 a row.
 *
 * <p>Loops that visit many cells take the arrays themselves: the cells of row r stand at {@code
 * starts()[r]} to {@code starts()[r + 1] - 1} of {@link #columnOf()} and {@link #valueOf()}.
 */
public final class SparseMatrix {
  private final int columns;
  private final int[] starts;
  private final int[] columnOf;
  private final float[] valueOf;

  private SparseMatrix(int columns, int[] starts, int[] columnOf, float[] valueOf) {
    this.columns = columns;
    this.starts = starts;
    this.columnOf = columnOf;
    this.valueOf = valueOf;
  }

  /**
   * The user x item matrix of some events. The value of a cell is the sum of the values of all
   * events of its user and item.
   *
   * @param events any events
   * @return one row a user, one column an item
   */
  public static SparseMatrix of(Interactions events) {
    return of(events.users(), events.items(), events::history);
  }

  /**
   * A matrix with one row a history. The value of a cell is the sum of the values of all events of
   * that row with its item.
   *
   * @param rows number of histories
   * @param items number of items
   * @param histories the history of each row
   * @return the matrix
   */
  public static SparseMatrix of(int rows, int items, IntFunction<UserHistory> histories) {
    int[] starts = new int[rows + 1];
    int[] columnOf = new int[64];
    float[] valueOf = new float[64];
    float[] sums = new float[items];
    for (int row = 0; row < rows; row++) {
      UserHistory history = histories.apply(row);
      int start = starts[row];
      if (columnOf.length - start < history.size()) {
        int capacity = Math.addExact(start, Math.max(start / 2, history.size()));
        columnOf = Arrays.copyOf(columnOf, capacity);
        valueOf = Arrays.copyOf(valueOf, capacity);
      }
      history.copyItems(columnOf, start);
      Arrays.sort(columnOf, start, start + history.size());
      for (int i = 0; i < history.size(); i++) {
        sums[history.item(i)] += history.value(i);
      }
      int end = start;
      for (int i = start; i < start + history.size(); i++) {
        int column = columnOf[i];
        if (end == start || columnOf[end - 1] != column) {
          columnOf[end] = column;
          valueOf[end++] = sums[column];
          sums[column] = 0;
        }
      }
      starts[row + 1] = end;
    }
    return new SparseMatrix(
        items, starts, Arrays.copyOf(columnOf, starts[rows]), Arrays.copyOf(valueOf, starts[rows]));
  }

  /**
   * The same cells with other values.
   *
   * @param change the new value of each old one; a cell whose new value is not above zero is left
   *     out
   * @return a new matrix
   */
  public SparseMatrix mapPositive(DoubleUnaryOperator change) {
    int[] newStarts = new int[starts.length];
    int[] newColumns = new int[columnOf.length];
    float[] newValues = new float[valueOf.length];
    int next = 0;
    for (int row = 0; row < rows(); row++) {
      for (int cell = starts[row]; cell < starts[row + 1]; cell++) {
        float value = (float) change.applyAsDouble(valueOf[cell]);
        if (value > 0) {
          newColumns[next] = columnOf[cell];
          newValues[next++] = value;
        }
      }
      newStarts[row + 1] = next;
    }
    return new SparseMatrix(
        columns, newStarts, Arrays.copyOf(newColumns, next), Arrays.copyOf(newValues, next));
  }

  /**
   * The same cells with rows and columns exchanged.
   *
   * @return a new matrix
   */
  public SparseMatrix transpose() {
    int[] turnedStarts = new int[columns + 1];
    for (int column : columnOf) {
      turnedStarts[column + 1]++;
    }
    for (int column = 0; column < columns; column++) {
      turnedStarts[column + 1] += turnedStarts[column];
    }
    int[] next = Arrays.copyOf(turnedStarts, columns);
    int[] rowOf = new int[columnOf.length];
    float[] turnedValues = new float[valueOf.length];
    for (int row = 0; row < rows(); row++) {
      for (int cell = starts[row]; cell < starts[row + 1]; cell++) {
        int at = next[columnOf[cell]]++;
        rowOf[at] = row;
        turnedValues[at] = valueOf[cell];
      }
    }
    return new SparseMatrix(rows(), turnedStarts, rowOf, turnedValues);
  }

  /**
   * The number of rows.
   *
   * @return zero or more
   */
  public int rows() {
    return starts.length - 1;
  }

  /**
   * The number of columns.
   *
   * @return zero or more
   */
  public int columns() {
    return columns;
  }

  /**
   * How many cells are stored.
   *
   * @return zero or more
   */
  public int cells() {
    return columnOf.length;
  }

  /**
   * How many cells a row has.
   *
   * @param row a row
   * @return zero or more
   */
  public int count(int row) {
    return starts[row + 1] - starts[row];
  }

  /**
   * Where rows begin, and, last, the number of cells.
   *
   * @return the array behind this matrix, to be read only
   */
  public int[] starts() {
    return starts;
  }

  /**
   * The column of each cell.
   *
   * @return the array behind this matrix, to be read only
   */
  public int[] columnOf() {
    return columnOf;
  }

  /**
   * The value of each cell.
   *
   * @return the array behind this matrix, to be read only
   */
  public float[] valueOf() {
    return valueOf;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%d x %d with %d cells", rows(), columns, cells());
  }
}
