package org.recsys4j.models.nn.layer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.recsys4j.models.nn.kernel.Activation;
import org.recsys4j.models.nn.kernel.Block;
import org.recsys4j.models.nn.kernel.Elementwise;

/**
 * A function of each number, for places where no other layer stands that could apply it.
 *
 * @param function which function
 */
public record ActivationSpec(Activation function) implements LayerSpec {
  @Override
  public List<ParameterSpec> parameters() {
    return List.of();
  }

  @Override
  public Operation operation(LayerParameters parameters, LayerContext context) {
    return new Activated(function, context.kernels().elementwise());
  }

  /** The passes, with a bias of zero. */
  private static final class Activated implements Operation {
    private final Activation function;
    private final Elementwise kernels;
    private final Scratch memory = new Scratch();
    private @Nullable Block output;

    Activated(Activation function, Elementwise kernels) {
      this.function = function;
      this.kernels = kernels;
    }

    @Override
    public INDArray forward(INDArray array, boolean training, ArrayMaker arrays) {
      Block x = Block.of(array);
      INDArray result = arrays.create(x.rows(), x.columns());
      Block y = Block.of(result);
      Block zero = memory.of(x, 1, x.columns());
      zero.clear();
      y.copy(x);
      kernels.activate(y, zero, function);
      output = y;
      return result;
    }

    @Override
    public INDArray backward(INDArray gradient, ArrayMaker arrays) {
      Block y = State.kept(output);
      INDArray result = arrays.create(y.rows(), y.columns());
      Block below = Block.of(result);
      below.copy(Block.of(gradient));
      kernels.activateBackward(y, below, memory.of(y, 1, y.columns()), function);
      return result;
    }
  }
}
