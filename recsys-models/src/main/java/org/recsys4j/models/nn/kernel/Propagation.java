package org.recsys4j.models.nn.kernel;

/**
 * Propagates vectors of nodes through one {@link InteractionGraph}, with memory of its own: for one
 * thread at a time, though it may share its work with others. The normalised adjacency matrix is
 * symmetric, so that gradients travel back the way that vectors came.
 */
public interface Propagation {
  /**
   * One product: {@code to = L from}, with L as {@link InteractionGraph} defines it.
   *
   * @param from one row a node, rows adjoining
   * @param to one row a node, overwritten, rows adjoining; not {@code from}
   */
  void multiply(Block from, Block to);

  /**
   * Rows of the mean of all powers from 0 to {@code layers}: {@code (x + L x + L^2 x + …) / (layers
   * + 1)}.
   *
   * @param vectors x, one vector a node
   * @param layers at least 1
   * @param index which rows are wanted; a negative one gives zeros
   * @param count how many
   * @param out count x width, overwritten
   */
  void mean(float[] vectors, int layers, int[] index, int count, Block out);

  /**
   * The way back of {@link #mean}.
   *
   * @param gradients of its output
   * @param layers at least 1
   * @param index which rows it gave
   * @param count how many
   * @param to where the gradients of all vectors are added
   */
  void meanBackward(Block gradients, int layers, int[] index, int count, float[] to);
}
