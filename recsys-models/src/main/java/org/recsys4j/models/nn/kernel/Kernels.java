package org.recsys4j.models.nn.kernel;

import java.util.Optional;

/**
 * What the layers of a network compute with. There are two providers: a fast one for arrays of
 * floats, and a plain one, by the definitions and in double precision, for arrays of either type,
 * with which tests compare the fast one and check gradients.
 *
 * @param products products of matrices
 * @param elementwise biases, activation functions, sums, dropout
 * @param softmax softmax with its losses
 * @param bags sums of vectors of a table
 * @param sampledLosses losses that compare with sampled items
 * @param rowProducts inner products row by row
 * @param recurrentCells the gates of recurrent cells
 * @param normalisation layer normalisation
 * @param attention what self-attention does between its products
 * @param pairwise losses of pairs of scores
 * @param windows convolutions over sequences
 * @param propagations propagation through graphs
 */
public record Kernels(
    Products products,
    Elementwise elementwise,
    Softmax softmax,
    Bags bags,
    SampledLosses sampledLosses,
    RowProducts rowProducts,
    RecurrentCells recurrentCells,
    Normalisation normalisation,
    Attention attention,
    Pairwise pairwise,
    Windows windows,
    Propagations propagations) {
  /**
   * OneDNN, or OpenBLAS where it does not load, and loops that compile to vector instructions.
   *
   * @return kernels for floats
   */
  public static Kernels fast() {
    return new Kernels(
        NativeProducts.fastest(),
        new FastElementwise(),
        new FastSoftmax(),
        new FastBags(),
        new FastSampledLosses(),
        new FastRowProducts(),
        new FastRecurrentCells(),
        new FastNormalisation(),
        new FastAttention(),
        new FastPairwise(),
        new FastWindows(),
        FastPropagation::new);
  }

  /**
   * What {@link #fast()} multiplies with, for reports: asking does not load anything.
   *
   * @return name and version of the library, empty as long as no network needed one
   */
  public static Optional<String> inUse() {
    return NativeProducts.inUse();
  }

  /**
   * Textbook loops, slower by two orders of magnitude.
   *
   * @return kernels for floats and doubles
   */
  public static Kernels plain() {
    return new Kernels(
        new PlainProducts(),
        new PlainElementwise(),
        new PlainSoftmax(),
        new PlainBags(),
        new PlainSampledLosses(),
        new PlainRowProducts(),
        new PlainRecurrentCells(),
        new PlainNormalisation(),
        new PlainAttention(),
        new PlainPairwise(),
        new PlainWindows(),
        (graph, width, workers) -> new PlainPropagation(graph, width));
  }
}
