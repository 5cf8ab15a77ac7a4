package org.recsys4j.models.nn.kernel;

/** Products of blocks. */
public interface Products {
  /**
   * Writes the product of two matrices: {@code out = a b}.
   *
   * @param a m x k
   * @param b k x n
   * @param out m x n, not transposed, and no part of a or b
   */
  void multiply(Block a, Block b, Block out);

  /**
   * Adds the product of two matrices: {@code out = out + factor a b}.
   *
   * @param factor of the product
   * @param a m x k
   * @param b k x n
   * @param out m x n, not transposed, and no part of a or b
   */
  void multiplyAdd(double factor, Block a, Block b, Block out);
}
