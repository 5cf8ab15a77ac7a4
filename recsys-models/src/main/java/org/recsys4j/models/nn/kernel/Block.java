package org.recsys4j.models.nn.kernel;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.Objects;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A rectangle of a row-major ND4J array: its memory without a copy and without the cost of an ND4J
 * view. Arrays are of type {@code FLOAT} or {@code DOUBLE}; rows have a constant distance, numbers
 * of a row adjoin. A transposed block is one whose stored rows are its columns; only products take
 * it.
 *
 * <p>To find an array's memory takes half a microsecond, a part of a block nothing. Valid as long
 * as the array is.
 */
public final class Block {
  private final INDArray array; // keeps the memory
  private final Pointer start;
  private final @Nullable FloatBuffer floats;
  private final @Nullable DoubleBuffer doubles;
  private final int offset;
  private final int rows;
  private final int columns;
  private final int stride;
  private final boolean transposed;

  private Block(Block memory, int offset, int rows, int columns, int stride, boolean transposed) {
    this.array = memory.array;
    this.start = memory.start;
    this.floats = memory.floats;
    this.doubles = memory.doubles;
    this.offset = offset;
    this.rows = rows;
    this.columns = columns;
    this.stride = stride;
    this.transposed = transposed;
  }

  private Block(INDArray array, int rows, int columns) {
    this.array = array;
    this.start = array.data().addressPointer();
    long length = array.length();
    boolean single = array.dataType() == DataType.FLOAT;
    this.floats = single ? new FloatPointer(start).capacity(length).asBuffer() : null;
    this.doubles = single ? null : new DoublePointer(start).capacity(length).asBuffer();
    this.offset = 0;
    this.rows = rows;
    this.columns = columns;
    this.stride = columns;
    this.transposed = false;
  }

  /**
   * All of an array.
   *
   * @param array of one or two dimensions, row-major without gaps; one dimension is one row
   * @return its memory
   * @throws IllegalArgumentException for other arrays
   */
  public static Block of(INDArray array) {
    DataType type = array.dataType();
    boolean adjoining =
        array.rank() == 1
            ? array.length() < 2 || array.stride(0) == 1
            : array.rank() == 2
                && (array.size(1) < 2 || array.stride(1) == 1)
                && (array.size(0) < 2 || array.stride(0) == array.size(1));
    if (!adjoining || (type != DataType.FLOAT && type != DataType.DOUBLE)) {
      throw new IllegalArgumentException(
          "no row-major array of numbers: " + array.shapeInfoToString());
    }
    int columns = Math.toIntExact(array.size(array.rank() - 1));
    return new Block(array, Math.toIntExact(array.length() / Math.max(1, columns)), columns);
  }

  /**
   * Some rows.
   *
   * @param from the first
   * @param count how many
   * @return a part of the same memory
   */
  public Block rows(int from, int count) {
    requireUpright();
    Objects.checkFromIndexSize(from, count, rows);
    return new Block(this, offset + from * stride, count, columns, stride, false);
  }

  /**
   * Some columns.
   *
   * @param from the first
   * @param count how many
   * @return a part of the same memory
   */
  public Block columns(int from, int count) {
    requireUpright();
    Objects.checkFromIndexSize(from, count, columns);
    return new Block(this, offset + from, rows, count, stride, false);
  }

  /**
   * Every {@code step}-th row: the same time step of all sequences, for example.
   *
   * @param from the first row
   * @param step distance to the next
   * @param count how many
   * @return a part of the same memory
   */
  public Block everyRow(int from, int step, int count) {
    requireUpright();
    Objects.checkIndex(from + (count - 1) * step, rows);
    return new Block(this, offset + from * stride, count, columns, stride * step, false);
  }

  /**
   * The same numbers as a matrix of other width.
   *
   * @param newColumns how wide, a divisor of the number of cells
   * @return a view of the same memory
   * @throws IllegalStateException if rows do not adjoin
   */
  public Block reshape(int newColumns) {
    requireUpright();
    if (!adjoining() || (rows * columns) % newColumns != 0) {
      throw new IllegalStateException(this + " has no view of " + newColumns + " columns");
    }
    return new Block(this, offset, rows * columns / newColumns, newColumns, newColumns, false);
  }

  /**
   * Rows and columns exchanged.
   *
   * @return a view of the same memory
   */
  public Block transpose() {
    return new Block(this, offset, columns, rows, stride, !transposed);
  }

  private void requireUpright() {
    if (transposed) {
      throw new IllegalStateException("a part of a transposed block");
    }
  }

  /**
   * How many rows.
   *
   * @return zero or more
   */
  public int rows() {
    return rows;
  }

  /**
   * How many columns.
   *
   * @return zero or more
   */
  public int columns() {
    return columns;
  }

  /** Distance between the starts of two stored rows. */
  int stride() {
    return stride;
  }

  boolean transposed() {
    return transposed;
  }

  /** Whether all cells stand one after the other. */
  boolean adjoining() {
    return stride == columns || rows < 2;
  }

  /** The whole memory as bits of floats; a cell's place there is its {@link #index}. */
  IntBuffer bits() {
    return new IntPointer(start).capacity(array.length()).asBuffer();
  }

  /** Where a cell is in the whole memory. */
  int index(int row, int column) {
    return offset + row * stride + column;
  }

  /** Where the first cell is. */
  FloatPointer pointer() {
    return new FloatPointer(start).getPointer(offset);
  }

  /**
   * Whether numbers have four bytes.
   *
   * @return false for those of eight
   */
  public boolean isSingle() {
    return floats != null;
  }

  /**
   * Copies a part of a row out.
   *
   * @param row which row
   * @param column its first column
   * @param to where to
   * @param at index of the first number there
   * @param count how many; may run on into the next rows where rows adjoin
   */
  public void read(int row, int column, float[] to, int at, int count) {
    int from = offset + row * stride + column;
    if (floats != null) {
      floats.get(from, to, at, count);
    } else {
      DoubleBuffer source = Objects.requireNonNull(doubles);
      for (int i = 0; i < count; i++) {
        to[at + i] = (float) source.get(from + i);
      }
    }
  }

  /**
   * Copies a part of a row in.
   *
   * @param row which row
   * @param column its first column
   * @param from where from
   * @param at index of the first number there
   * @param count how many; may run on into the next rows where rows adjoin
   */
  public void write(int row, int column, float[] from, int at, int count) {
    int to = offset + row * stride + column;
    if (floats != null) {
      floats.put(to, from, at, count);
    } else {
      DoubleBuffer target = Objects.requireNonNull(doubles);
      for (int i = 0; i < count; i++) {
        target.put(to + i, from[at + i]);
      }
    }
  }

  /**
   * Copies whole rows out.
   *
   * @param first which row is the first
   * @param count how many
   * @param to where to, row after row
   * @param at index of the first number there
   */
  public void readRows(int first, int count, float[] to, int at) {
    if (adjoining()) { // one copy instead of many small ones
      read(first, 0, to, at, count * columns);
      return;
    }
    for (int i = 0; i < count; i++) {
      read(first + i, 0, to, at + i * columns, columns);
    }
  }

  /**
   * Copies whole rows in.
   *
   * @param first which row is the first
   * @param count how many
   * @param from where from, row after row
   * @param at index of the first number there
   */
  public void writeRows(int first, int count, float[] from, int at) {
    if (adjoining()) {
      write(first, 0, from, at, count * columns);
      return;
    }
    for (int i = 0; i < count; i++) {
      write(first + i, 0, from, at + i * columns, columns);
    }
  }

  /**
   * One number. Slow: for tests, for single numbers and for the plain kernels.
   *
   * @param row which row
   * @param column which column
   * @return the number
   */
  public double get(int row, int column) {
    int at = offset + (transposed ? column * stride + row : row * stride + column);
    return floats != null ? floats.get(at) : Objects.requireNonNull(doubles).get(at);
  }

  /**
   * Sets one number. As slow as {@link #get}.
   *
   * @param row which row
   * @param column which column
   * @param value the number, rounded where the block has floats
   */
  public void set(int row, int column, double value) {
    int at = offset + (transposed ? column * stride + row : row * stride + column);
    if (floats != null) {
      floats.put(at, (float) value);
    } else {
      Objects.requireNonNull(doubles).put(at, value);
    }
  }

  /**
   * Sets all numbers.
   *
   * @param value the number
   */
  public void fill(double value) {
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        set(row, column, value);
      }
    }
  }

  /** Sets all numbers to 0, a row at a time. */
  public void clear() {
    float[] zeros = new float[columns];
    for (int row = 0; row < rows; row++) {
      write(row, 0, zeros, 0, columns);
    }
  }

  /**
   * Copies a row of another block of the same type and width, exactly.
   *
   * @param row which row to overwrite
   * @param from the other block
   * @param fromRow which of its rows
   */
  public void copyRow(int row, Block from, int fromRow) {
    int to = offset + row * stride;
    int start = from.offset + fromRow * from.stride;
    if (floats != null) {
      floats.put(to, Objects.requireNonNull(from.floats), start, columns);
    } else {
      Objects.requireNonNull(doubles).put(to, Objects.requireNonNull(from.doubles), start, columns);
    }
  }

  /**
   * Copies all rows of another block of the same type and shape, exactly.
   *
   * @param from the other block
   */
  public void copy(Block from) {
    if (adjoining() && from.adjoining()) {
      int count = rows * columns;
      if (floats != null) {
        floats.put(offset, Objects.requireNonNull(from.floats), from.offset, count);
      } else {
        Objects.requireNonNull(doubles)
            .put(offset, Objects.requireNonNull(from.doubles), from.offset, count);
      }
      return;
    }
    for (int row = 0; row < rows; row++) {
      copyRow(row, from, row);
    }
  }

  @Override
  public String toString() {
    return rows + " x " + columns + (transposed ? " (transposed view)" : "");
  }
}
