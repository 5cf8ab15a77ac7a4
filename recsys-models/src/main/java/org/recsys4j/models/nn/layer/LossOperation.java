package org.recsys4j.models.nn.layer;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A layer at the end of a graph, which compares what it is given with what was wanted. Its {@link
 * Operation#forward} is what the graph gives where nothing is known to compare with.
 */
public interface LossOperation extends Operation {
  /**
   * Computes loss and gradient at once.
   *
   * @param input what the layer below gives
   * @param labels what was wanted, in a form of the operation's own
   * @param arrays makes the array of the input's gradient
   * @return both
   */
  Result compare(INDArray input, INDArray labels, ArrayMaker arrays);

  @Override
  default INDArray forward(INDArray input, boolean training, ArrayMaker arrays) {
    return input;
  }

  @Override
  default INDArray backward(INDArray gradient, ArrayMaker arrays) {
    throw new UnsupportedOperationException("nothing comes after a loss");
  }

  /**
   * Loss and gradient.
   *
   * @param loss the sum over all terms
   * @param terms how many terms the sum has
   * @param gradient of the sum, by the input
   */
  record Result(double loss, int terms, INDArray gradient) {}
}
