package org.recsys4j.models.nn.kernel;

/**
 * What convolutions over sequences consist of beside products. Sequences stand one after the other,
 * a row for each step.
 */
public interface Windows {
  /**
   * Copies windows side by side, so that a convolution is one product.
   *
   * @param rows sequences of {@code shape.length()} steps, each of d numbers; rows adjoining
   * @param shape which steps
   * @param windows a row for each window, of {@code shape.height()} times d numbers, overwritten
   */
  void gather(Block rows, WindowShape shape, Block windows);

  /**
   * The way back: each step gets the sum of what the windows that saw it got.
   *
   * @param windows gradients of the windows
   * @param shape which steps
   * @param rows gradients of the steps, overwritten
   */
  void scatter(Block windows, WindowShape shape, Block rows);

  /**
   * The largest number of each column over the steps of a sequence.
   *
   * @param rows sequences of {@code steps} steps; rows adjoining
   * @param steps of a sequence
   * @param out a row for each sequence, overwritten; rows adjoining
   */
  void max(Block rows, int steps, Block out);

  /**
   * The way back through {@link #max}: the first step that has the largest number gets all.
   *
   * @param rows the sequences
   * @param steps of a sequence
   * @param gradients of the largest numbers; rows adjoining
   * @param below gradients of the sequences, overwritten; rows adjoining
   */
  void maxBackward(Block rows, int steps, Block gradients, Block below);

  /**
   * Weighted sums of the steps of a sequence, one for each filter, one after the other in a row:
   * {@code out[f d + k] = bias[f] + sum of weights[f][t] rows[t][k]}.
   *
   * @param rows sequences, each of d numbers a step
   * @param weights filters x steps of a sequence
   * @param bias 1 x filters
   * @param out a row of filters times d numbers for each sequence, overwritten
   */
  void mix(Block rows, Block weights, Block bias, Block out);

  /**
   * The way back through {@link #mix}.
   *
   * @param rows the sequences
   * @param weights filters x steps of a sequence
   * @param gradients of the weighted sums
   * @param weightGradient filters x steps, overwritten
   * @param biasGradient 1 x filters, overwritten
   * @param below gradients of the sequences, overwritten
   */
  void mixBackward(
      Block rows,
      Block weights,
      Block gradients,
      Block weightGradient,
      Block biasGradient,
      Block below);
}
