package org.recsys4j.models.nn.layer;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What a layer computes, in one replica of a graph and so for one thread at a time. A backward pass
 * follows the forward pass whose arrays it needs; the operation keeps them.
 */
public interface Operation {
  /**
   * Computes the layer's output.
   *
   * @param input what the layer below gives, a row-major matrix; not changed
   * @param training whether a backward pass follows
   * @param arrays makes the array of the output
   * @return the output
   */
  INDArray forward(INDArray input, boolean training, ArrayMaker arrays);

  /**
   * Takes the gradient of the loss back through the layer: overwrites the gradients of the
   * parameters and adds to those of the tables.
   *
   * @param gradient of the output; may be changed
   * @param arrays makes the array of the input's gradient
   * @return the gradient of the input, or null where the input is no activation
   */
  @Nullable INDArray backward(INDArray gradient, ArrayMaker arrays);

  /** Makes arrays of the graph's type that live as long as the graph needs them. */
  interface ArrayMaker {
    /**
     * A row-major matrix of any content.
     *
     * @param rows how many rows
     * @param columns how many columns
     * @return a new array
     */
    INDArray create(int rows, int columns);
  }
}
