package org.recsys4j.models.nn.kernel;

import java.util.Locale;
import java.util.Objects;

/**
 * A view of a part of a {@code float[]} as a matrix: the cell in row r and column c stands at
 * {@code offset + r * stride + c}, or, where the view is transposed, at {@code offset + c * stride
 * + r}. A view copies nothing; whoever writes to the array changes the matrix.
 */
public final class Matrix {
  private final float[] values;
  private final int offset;
  private final int rows;
  private final int columns;
  private final int stride;
  private final boolean transposed;

  private Matrix(
      float[] values, int offset, int rows, int columns, int stride, boolean transposed) {
    this.values = values;
    this.offset = offset;
    this.rows = rows;
    this.columns = columns;
    this.stride = stride;
    this.transposed = transposed;
  }

  /**
   * An array as a matrix, row after row.
   *
   * @param values the cells, from index 0; the array may be longer
   * @param rows number of rows, zero or more
   * @param columns number of columns, zero or more
   * @return the view
   * @throws IndexOutOfBoundsException if the array is shorter than {@code rows * columns}
   */
  public static Matrix of(float[] values, int rows, int columns) {
    return of(values, 0, rows, columns, columns);
  }

  /**
   * A part of an array as a matrix whose rows need not adjoin.
   *
   * @param values where the cells are
   * @param offset index of the first cell
   * @param rows number of rows, zero or more
   * @param columns number of columns, zero or more
   * @param stride distance from a row's start to the next one's, at least {@code columns}
   * @return the view
   * @throws IndexOutOfBoundsException if a cell would lie outside of the array
   */
  public static Matrix of(float[] values, int offset, int rows, int columns, int stride) {
    if (rows < 0 || columns < 0 || stride < columns) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "a matrix of %d x %d with a stride of %d", rows, columns, stride));
    }
    if (rows > 0) {
      long extent = (rows - 1L) * stride + columns;
      Objects.checkFromIndexSize(offset, extent, (long) values.length);
    }
    return new Matrix(values, offset, rows, columns, stride, false);
  }

  /**
   * The same cells with rows and columns exchanged, without a copy.
   *
   * @return the view of {@code columns() x rows()}
   */
  public Matrix transpose() {
    return new Matrix(values, offset, columns, rows, stride, !transposed);
  }

  /**
   * Some of the columns, without a copy.
   *
   * @param from the first
   * @param count how many, zero or more
   * @return the view of {@code rows() x count}
   * @throws IndexOutOfBoundsException if the matrix has no such columns
   */
  public Matrix columns(int from, int count) {
    Objects.checkFromIndexSize(from, count, columns);
    int first = offset + (transposed ? from * stride : from);
    return new Matrix(values, first, rows, count, stride, transposed);
  }

  /**
   * How many rows there are.
   *
   * @return zero or more
   */
  public int rows() {
    return rows;
  }

  /**
   * How many columns there are.
   *
   * @return zero or more
   */
  public int columns() {
    return columns;
  }

  /** The array behind the view. */
  float[] values() {
    return values;
  }

  /** Index of the first cell. */
  int offset() {
    return offset;
  }

  /** Distance between the starts of two stored rows. */
  int stride() {
    return stride;
  }

  /** Whether what is stored row after row are this view's columns. */
  boolean transposed() {
    return transposed;
  }

  /** How many rows are stored: {@code rows()}, or {@code columns()} where transposed. */
  int storedRows() {
    return transposed ? columns : rows;
  }

  /** How long a stored row is. */
  int storedColumns() {
    return transposed ? rows : columns;
  }

  @Override
  public String toString() {
    return rows + " x " + columns + (transposed ? " (transposed view)" : "");
  }
}
