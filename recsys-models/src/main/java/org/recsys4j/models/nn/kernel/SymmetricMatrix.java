package org.recsys4j.models.nn.kernel;

/**
 * A symmetric matrix of doubles that is filled row by row, inverted in place and read row by row.
 * Different threads may fill or read different rows at once.
 */
public interface SymmetricMatrix extends AutoCloseable {
  /**
   * How many rows and columns there are.
   *
   * @return n
   */
  int size();

  /**
   * Fills one row. All rows are to be filled; the matrix is symmetric because its rows are.
   *
   * @param index from 0 to {@code size() - 1}
   * @param row n numbers
   */
  void setRow(int index, double[] row);

  /**
   * Reads one row.
   *
   * @param index from 0 to {@code size() - 1}
   * @param row where n numbers go
   */
  void getRow(int index, double[] row);

  /**
   * The diagonal.
   *
   * @return n numbers, a copy
   */
  double[] diagonal();

  /**
   * Replaces the matrix by its inverse, by Cholesky's factorisation ({@code n^3} multiplications).
   *
   * @throws ArithmeticException if the matrix is not positive definite
   */
  void invert();

  /** Frees the memory. */
  @Override
  void close();
}
