package org.recsys4j.models.nn.layer;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.recsys4j.models.nn.kernel.Block;

/**
 * Dropout (Srivastava et al. 2014): in training each number is set to 0 with probability {@code
 * rate}, and the others are divided by {@code 1 - rate}.
 *
 * @param rate in [0, 1)
 * @param place where its randomness comes from: another number in each layer of a graph that has
 *     dropout
 */
public record DropoutSpec(double rate, int place) implements LayerSpec {
  @Override
  public List<ParameterSpec> parameters() {
    return List.of();
  }

  @Override
  public Operation operation(LayerParameters parameters, LayerContext context) {
    return new Dropout(this, context);
  }

  /** The passes; backwards the same numbers are drawn again. */
  private static final class Dropout implements Operation {
    private final DropoutSpec spec;
    private final LayerContext context;

    Dropout(DropoutSpec spec, LayerContext context) {
      this.spec = spec;
      this.context = context;
    }

    @Override
    public INDArray forward(INDArray input, boolean training, ArrayMaker arrays) {
      if (!training) {
        return input;
      }
      Block source = Block.of(input);
      INDArray result = arrays.create(source.rows(), source.columns());
      Block target = Block.of(result);
      target.copy(source);
      drop(target);
      return result;
    }

    @Override
    public INDArray backward(INDArray gradient, ArrayMaker arrays) {
      drop(Block.of(gradient));
      return gradient;
    }

    private void drop(Block rows) {
      context.kernels().elementwise().dropout(rows, 1 - spec.rate, context.key(spec.place));
    }
  }
}
