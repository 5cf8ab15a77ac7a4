package org.recsys4j.models.nn.layer;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.recsys4j.models.nn.kernel.Block;

/** The sum of two outputs of equal width: a residual connection. */
public record SumSpec() implements VertexSpec {
  @Override
  public Combination combination(LayerContext context) {
    return new Sum(context);
  }

  /** The passes. */
  private record Sum(LayerContext context) implements Combination {
    @Override
    public INDArray forward(List<INDArray> inputs, Operation.ArrayMaker arrays) {
      INDArray result = copy(inputs.get(0), arrays);
      context.kernels().elementwise().add(Block.of(inputs.get(1)), Block.of(result));
      return result;
    }

    @Override
    public List<INDArray> backward(INDArray gradient, Operation.ArrayMaker arrays) {
      return List.of(gradient, copy(gradient, arrays));
    }

    private static INDArray copy(INDArray from, Operation.ArrayMaker arrays) {
      Block source = Block.of(from);
      INDArray result = arrays.create(source.rows(), source.columns());
      Block.of(result).copy(source);
      return result;
    }
  }
}
