package org.recsys4j.models.nn.kernel;

/**
 * Dense linear algebra: what the models spend their time in. Safe for many threads; each call
 * computes on the thread that makes it, and the same operands of the same shape give the same bits
 * on every thread.
 *
 * <p>The last bits of a product may differ between providers, between CPUs and between block sizes,
 * so callers cut work into blocks of a constant size.
 */
public interface Blas {
  /**
   * Writes the product of two matrices: {@code out = a b}.
   *
   * @param a m x k
   * @param b k x n
   * @param out m x n, not transposed; its old content does not matter. Must not overlap a or b
   * @throws IllegalArgumentException if the shapes do not fit
   */
  default void multiply(Matrix a, Matrix b, Matrix out) {
    product(a, b, 0, out);
  }

  /**
   * Adds the product of two matrices: {@code out = out + a b}.
   *
   * @param a m x k
   * @param b k x n
   * @param out m x n, not transposed. Must not overlap a or b
   * @throws IllegalArgumentException if the shapes do not fit
   */
  default void multiplyAdd(Matrix a, Matrix b, Matrix out) {
    product(a, b, 1, out);
  }

  /**
   * The general product: {@code out = a b + keep * out}.
   *
   * @param a m x k
   * @param b k x n
   * @param keep factor of the old content of {@code out}; with 0 it is not read
   * @param out m x n, not transposed. Must not overlap a or b
   * @throws IllegalArgumentException if the shapes do not fit
   */
  void product(Matrix a, Matrix b, float keep, Matrix out);

  /**
   * A symmetric matrix in double precision, to be filled and inverted. Takes {@code 8 n^2} bytes,
   * outside of the Java heap where the provider is native.
   *
   * @param n number of rows and of columns, at least 1
   * @return a matrix of zeros, to be closed after use
   */
  SymmetricMatrix symmetric(int n);

  /**
   * Vectors to be multiplied many times. Takes {@code 4 capacity length} bytes, outside of the Java
   * heap where the provider is native.
   *
   * @param capacity most vectors it may hold, at least 1
   * @param length how long they are, at least 1
   * @return a block with any content, to be closed after use
   */
  VectorBlock vectors(int capacity, int length);

  /**
   * Which implementation this is, for the record of an experiment.
   *
   * @return a name with version and CPU kernel where they are known
   */
  String name();
}
