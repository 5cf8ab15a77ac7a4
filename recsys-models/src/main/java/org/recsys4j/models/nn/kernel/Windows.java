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
   * Horizontal filters of the heights 1 to {@code length} and their largest value over time. One
   * product of all steps with all rows of all filters goes before: this adds up what belongs to one
   * window, {@code out[h f] = max(0, bias[h f] + max over t of (sum over k < h of products[t + k][h
   * k f]))}. Columns of the products stand height after height, row after row of the filters of
   * that height, filter after filter.
   *
   * @param products sequences, {@code filters length (length + 1) / 2} numbers a step; rows
   *     adjoining
   * @param length steps of a sequence
   * @param filters of each height
   * @param bias 1 x length filters
   * @param out a row of length filters numbers for each sequence, overwritten; rows adjoining
   * @param largest for each number of the output where the window with the largest sum begins, or
   *     -1 where the output is 0; overwritten
   */
  void slide(Block products, int length, int filters, Block bias, Block out, int[] largest);

  /**
   * The way back through {@link #slide}.
   *
   * @param gradients of the output, rows adjoining
   * @param length steps of a sequence
   * @param filters of each height
   * @param largest what the way forward found
   * @param products gradients of the products, overwritten; rows adjoining
   * @param biasGradient 1 x length filters, overwritten
   */
  void slideBackward(
      Block gradients, int length, int filters, int[] largest, Block products, Block biasGradient);

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
