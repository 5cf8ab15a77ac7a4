package org.recsys4j.models.nn.kernel;

/** Products row by row: of each row of one block with the same row of another. */
public interface RowProducts {
  /**
   * Inner products: {@code out[i] = a[i] . b[i]}.
   *
   * @param a n x d
   * @param b n x d
   * @param out n x 1, overwritten
   */
  void dots(Block a, Block b, Block out);

  /**
   * The way back through {@link #dots}: {@code a[i]} is added to by {@code factors[i] b[i]}, and
   * {@code b[i]} becomes {@code factors[i] x[i]}.
   *
   * @param factors n x 1: the gradient of the inner products
   * @param x n x d: one operand
   * @param b n x d: the other one; becomes its gradient
   * @param a n x d: the gradient of x, added to
   */
  void dotsBackward(Block factors, Block x, Block b, Block a);
}
