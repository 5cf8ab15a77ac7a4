package org.recsys4j.models.nn.kernel;

/**
 * What the layers of a network compute with. There are two providers: a fast one for arrays of
 * floats, and a plain one, by the definitions and in double precision, for arrays of either type,
 * with which tests compare the fast one and check gradients.
 *
 * @param products products of matrices
 * @param elementwise biases, activation functions, sums, dropout
 * @param softmax softmax with its losses
 * @param bags sums of vectors of a table
 */
public record Kernels(Products products, Elementwise elementwise, Softmax softmax, Bags bags) {
  /**
   * OpenBLAS and loops that compile to vector instructions.
   *
   * @return kernels for floats
   */
  public static Kernels fast() {
    return new Kernels(
        new FastProducts(), new FastElementwise(), new FastSoftmax(), new FastBags());
  }

  /**
   * Textbook loops, slower by two orders of magnitude.
   *
   * @return kernels for floats and doubles
   */
  public static Kernels plain() {
    return new Kernels(
        new PlainProducts(), new PlainElementwise(), new PlainSoftmax(), new PlainBags());
  }
}
