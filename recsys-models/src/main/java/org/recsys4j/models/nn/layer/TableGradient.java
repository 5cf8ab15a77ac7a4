package org.recsys4j.models.nn.layer;

import java.util.Arrays;
import org.recsys4j.models.nn.kernel.Block;

/**
 * An embedding table and the gradients that one replica has for it in one step: either one for each
 * use of a row, in the order of their uses, or one for the whole table.
 *
 * <p>The second way is for tables of which every row takes part in every step, such as the items of
 * a softmax over all of them. Holds 4 bytes a number of what it keeps.
 */
public final class TableGradient {
  private static final int FIRST = 1024; // rows to begin with
  private static final int TOGETHER = 32; // rows that go to native memory in one copy

  private final EmbeddingTable table;
  private final float[] chunk;
  private int[] rows = new int[0];
  private float[] gradients = new float[0];
  private int count;

  /**
   * Nothing is known yet.
   *
   * @param table the table
   */
  public TableGradient(EmbeddingTable table) {
    this.table = table;
    this.chunk = new float[TOGETHER * table.width()];
    if (table.whole()) {
      gradients = new float[table.values().length];
    }
  }

  /**
   * The table.
   *
   * @return whose gradients these are
   */
  public EmbeddingTable table() {
    return table;
  }

  /** Forgets all gradients. */
  void clear() {
    count = 0;
    if (table.whole()) {
      Arrays.fill(gradients, 0);
    }
  }

  /**
   * Copies vectors out of the table.
   *
   * @param index which rows; a negative one gives zeros
   * @param n how many
   * @param to n x width, overwritten
   */
  public void gather(int[] index, int n, Block to) {
    int width = table.width();
    for (int from = 0; from < n; from += TOGETHER) {
      int count = Math.min(TOGETHER, n - from);
      for (int i = 0; i < count; i++) {
        int row = index[from + i];
        if (row < 0) {
          Arrays.fill(chunk, i * width, (i + 1) * width, 0);
        } else {
          System.arraycopy(table.values(), row * width, chunk, i * width, width);
        }
      }
      to.writeRows(from, count, chunk, 0);
    }
  }

  /**
   * Adds gradients.
   *
   * @param index of which rows; those of a negative one are left out
   * @param n how many
   * @param from n x width
   */
  public void add(int[] index, int n, Block from) {
    if (table.whole()) {
      addDense(index, n, from);
      return;
    }
    int width = table.width();
    reserve(n);
    for (int i = 0; i < n; i++) { // from one negative row to the next
      int first = i;
      while (i < n && index[i] >= 0) {
        rows[count + i - first] = index[i];
        i++;
      }
      from.readRows(first, i - first, gradients, count * width);
      count += i - first;
    }
  }

  /**
   * Adds the gradient of one row.
   *
   * @param row which row
   * @param from where the gradient is
   * @param at index of its first number there
   */
  public void add(int row, float[] from, int at) {
    int width = table.width();
    if (table.whole()) {
      for (int k = 0; k < width; k++) {
        gradients[row * width + k] += from[at + k];
      }
      return;
    }
    reserve(1);
    rows[count] = row;
    System.arraycopy(from, at, gradients, count * width, width);
    count++;
  }

  private void reserve(int n) {
    if (rows.length < count + n) {
      int capacity = Math.max(Math.max(FIRST, count + n), rows.length * 2);
      rows = Arrays.copyOf(rows, capacity);
      gradients = Arrays.copyOf(gradients, Math.multiplyExact(capacity, table.width()));
    }
  }

  private void addDense(int[] index, int n, Block from) {
    float[] row = new float[table.width()];
    for (int i = 0; i < n; i++) {
      if (index[i] >= 0) {
        from.read(i, 0, row, 0, row.length);
        add(index[i], row, 0);
      }
    }
  }

  /**
   * Adds gradients of all rows.
   *
   * @param from rows x width
   * @throws IllegalStateException if there is not one gradient for the whole table
   */
  public void addAll(Block from) {
    float[] all = wholeGradient();
    int width = table.width();
    int step = Math.max(1, FIRST / width);
    float[] chunk = new float[step * width];
    for (int row = 0; row < table.rows(); row += step) {
      int n = Math.min(step, table.rows() - row) * width;
      from.read(row, 0, chunk, 0, n);
      int at = row * width;
      for (int i = 0; i < n; i++) {
        all[at + i] += chunk[i];
      }
    }
  }

  /**
   * The gradient of the whole table, for layers that add to all rows themselves.
   *
   * @return vector after vector, to be added to
   * @throws IllegalStateException if there is not one gradient for the whole table
   */
  public float[] wholeGradient() {
    if (!table.whole()) {
      throw new IllegalStateException("all rows of " + table.name() + " have gradients");
    }
    return gradients;
  }

  /**
   * Adds the gradient of an L2 penalty, half the square of a row's vector for each of its uses, to
   * the gradient of the whole table.
   *
   * @param index the rows that were used; negative ones are left out
   * @param n how many
   * @param weight of the penalty
   * @return the penalty
   */
  public double penalise(int[] index, int n, double weight) {
    float[] all = wholeGradient();
    float[] values = table.values();
    float factor = (float) weight;
    double squares = 0;
    for (int use = 0; use < n; use++) {
      int at = index[use] * table.width();
      for (int k = at; k >= 0 && k < at + table.width(); k++) {
        all[k] += factor * values[k];
        squares += (double) values[k] * values[k];
      }
    }
    return weight / 2 * squares;
  }

  /**
   * How many uses of rows there were; none where there is one gradient for the whole table.
   *
   * @return zero or more
   */
  public int count() {
    return count;
  }

  /**
   * The row of each use.
   *
   * @return an array whose first {@link #count()} numbers count
   */
  public int[] rows() {
    return rows;
  }

  /**
   * The gradient of each use, or that of the whole table.
   *
   * @return vector after vector
   */
  public float[] gradients() {
    return gradients;
  }
}
