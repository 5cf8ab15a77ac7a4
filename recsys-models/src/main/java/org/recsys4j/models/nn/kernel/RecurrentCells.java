package org.recsys4j.models.nn.kernel;

/**
 * The gates of recurrent cells: all that one step does between its products, for the same step of n
 * sequences with d units. Blocks need not adjoin, so they may be every so-many-th row of a longer
 * one.
 */
public interface RecurrentCells {
  /**
   * A step of a gated recurrent unit, with reset gate r, update gate z and candidate c: {@code h =
   * (1 - z) c + z h'} with {@code c = tanh(x_c + r (h'_c + b_q))}, the variant whose reset gate
   * comes after the product.
   *
   * @param gates n x 3d: what the input gives r, z and c; becomes r, z and c
   * @param recurrent n x 3d: what the state before gives them
   * @param bias 1 x 4d: of r, z, c and of what the state gives c
   * @param before n x d: the state before
   * @param candidates n x d, overwritten: what the state gives c, with its bias
   * @param state n x d, overwritten: the state after the step
   */
  void gru(Block gates, Block recurrent, Block bias, Block before, Block candidates, Block state);

  /**
   * The way back through {@link #gru}.
   *
   * @param gates n x 3d: r, z and c; become the gradients of what the input gives them
   * @param candidates n x d: as forwards; becomes its gradient
   * @param before n x d: the state before
   * @param gradient n x d: of the state after the step, from the layer above
   * @param carry n x d: of the same, from the step after; becomes the gradient of the state before,
   *     without what goes through {@code recurrent}
   * @param recurrent n x 3d, overwritten: the gradient of what the state before gives r, z and c
   */
  void gruBackward(
      Block gates, Block candidates, Block before, Block gradient, Block carry, Block recurrent);

  /**
   * A step of a long short-term memory with input gate i, forget gate f, candidate g and output
   * gate o: {@code c = f c' + i g} and {@code h = o tanh(c)}.
   *
   * @param gates n x 4d: what input and state before give i, f, g and o; becomes i, f, g and o
   * @param bias 1 x 4d: their biases
   * @param before n x d: the cell before
   * @param cell n x d, overwritten: the cell after the step
   * @param state n x d, overwritten: the state after the step
   */
  void lstm(Block gates, Block bias, Block before, Block cell, Block state);

  /**
   * The way back through {@link #lstm}.
   *
   * @param gates n x 4d: i, f, g and o; become the gradients of what they were given
   * @param before n x d: the cell before
   * @param cell n x d: the cell after the step
   * @param gradient n x d: of the state after the step, from the layer above
   * @param carry n x d: of the same, from the step after
   * @param cellCarry n x d: of the cell after the step, from the step after; becomes that of the
   *     cell before
   */
  void lstmBackward(
      Block gates, Block before, Block cell, Block gradient, Block carry, Block cellCarry);
}
