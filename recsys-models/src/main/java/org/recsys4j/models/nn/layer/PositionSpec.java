package org.recsys4j.models.nn.layer;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.recsys4j.models.nn.kernel.Block;

/**
 * Adds a learned vector to each step of a sequence, {@code scale x + p[step]}. Steps are counted
 * from the beginning of the window. So the first steps of a long window are just what a shorter
 * history looks like, and every prefix of a window is trained as it will be asked for; counted from
 * the end, only windows that are as short would teach what short histories mean.
 *
 * @param width of input and output
 * @param length most steps of a sequence
 * @param scale factor of the input
 */
public record PositionSpec(int width, int length, double scale) implements LayerSpec {
  @Override
  public List<ParameterSpec> parameters() {
    return List.of(new ParameterSpec("P", length, width, ParameterSpec.Initial.GLOROT));
  }

  @Override
  public Operation operation(LayerParameters parameters, LayerContext context) {
    return new Position(this, parameters, context);
  }

  /** The passes. */
  private record Position(PositionSpec spec, LayerParameters parameters, LayerContext context)
      implements Operation {
    @Override
    public INDArray forward(INDArray input, boolean training, ArrayMaker arrays) {
      Block x = Block.of(input);
      INDArray result = arrays.create(x.rows(), spec.width);
      Block positions = parameters.value("P").rows(0, context.steps());
      context.kernels().attention().addPositions(x, spec.scale, positions, Block.of(result));
      return result;
    }

    @Override
    public INDArray backward(INDArray gradient, ArrayMaker arrays) {
      Block dy = Block.of(gradient);
      INDArray below = arrays.create(dy.rows(), spec.width);
      Block positions = parameters.gradient("P");
      int steps = context.steps();
      positions.rows(steps, spec.length - steps).clear();
      context
          .kernels()
          .attention()
          .addPositionsBackward(dy, spec.scale, positions.rows(0, steps), Block.of(below));
      return below;
    }
  }
}
