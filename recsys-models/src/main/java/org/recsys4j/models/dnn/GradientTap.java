package org.recsys4j.models.dnn;

import java.io.Serial;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Passes an input of a graph on as it is, and copies the gradient that comes back. A graph forgets
 * the gradients of its inputs, and its workspaces reuse their memory, before any listener is
 * called.
 */
final class GradientTap implements InputPreProcessor {
  @Serial private static final long serialVersionUID = 1L;

  private final float[] gradients;

  /**
   * A tap.
   *
   * @param gradients where gradients go, row after row
   */
  GradientTap(float[] gradients) {
    this.gradients = gradients;
  }

  @Override
  public INDArray preProcess(INDArray input, int examples, LayerWorkspaceMgr workspaces) {
    return workspaces.leverageTo(ArrayType.ACTIVATIONS, input);
  }

  @Override
  public INDArray backprop(INDArray gradient, int examples, LayerWorkspaceMgr workspaces) {
    NeuMfShard.read(gradient, gradients);
    return workspaces.leverageTo(ArrayType.ACTIVATION_GRAD, gradient);
  }

  /** Shares the array, so that the graph's copy of its configuration writes where ours does. */
  @Override
  public GradientTap clone() {
    return new GradientTap(gradients);
  }

  @Override
  public InputType getOutputType(InputType input) {
    return input;
  }

  @Override
  public Pair<INDArray, MaskState> feedForwardMaskArray(INDArray mask, MaskState state, int size) {
    return new Pair<>(mask, state);
  }
}
