package org.recsys4j.models.nn.layer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.recsys4j.models.nn.kernel.Block;
import org.recsys4j.models.nn.kernel.Kernels;

/**
 * The largest number of each column over the steps of a sequence: an input of n sequences becomes n
 * rows.
 *
 * @param steps of a sequence, all of which count
 */
public record MaxOverTimeSpec(int steps) implements LayerSpec {
  @Override
  public List<ParameterSpec> parameters() {
    return List.of();
  }

  @Override
  public Operation operation(LayerParameters parameters, LayerContext context) {
    return new MaxOverTime(steps, context.kernels());
  }

  /** The passes. */
  private static final class MaxOverTime implements Operation {
    private final int steps;
    private final Kernels kernels;
    private @Nullable Block input;

    MaxOverTime(int steps, Kernels kernels) {
      this.steps = steps;
      this.kernels = kernels;
    }

    @Override
    public INDArray forward(INDArray array, boolean training, ArrayMaker arrays) {
      Block x = Block.of(array);
      INDArray result = arrays.create(x.rows() / steps, x.columns());
      kernels.windows().max(x, steps, Block.of(result));
      input = x;
      return result;
    }

    @Override
    public INDArray backward(INDArray gradient, ArrayMaker arrays) {
      Block x = State.kept(input);
      INDArray result = arrays.create(x.rows(), x.columns());
      kernels.windows().maxBackward(x, steps, Block.of(gradient), Block.of(result));
      return result;
    }
  }
}
