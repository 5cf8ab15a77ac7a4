package org.recsys4j.models.nn.layer;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What a vertex computes, in one replica of a graph and so for one thread at a time. */
public interface Combination {
  /**
   * Computes the vertex's output.
   *
   * @param inputs what the layers below give, matrices of as many rows; not changed
   * @param arrays makes the array of the output
   * @return the output
   */
  INDArray forward(List<INDArray> inputs, Operation.ArrayMaker arrays);

  /**
   * Takes the gradient of the loss back through the vertex.
   *
   * @param gradient of the output; may be changed, and may be one of the results
   * @param arrays makes the arrays of the inputs' gradients
   * @return the gradient of each input, each an array of its own
   */
  List<INDArray> backward(INDArray gradient, Operation.ArrayMaker arrays);
}
