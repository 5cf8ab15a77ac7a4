package org.recsys4j.models.nn.layer;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.recsys4j.models.nn.kernel.Block;

/**
 * Adds a learned vector to each step of a sequence, {@code scale x + p[position]}. All sequences
 * end at the last position, as in the code of SASRec's authors: a position tells how far a step
 * lies from the end. So the last one, at which a history is asked what comes next, is trained by
 * the latest events. On the validation part of MovieLens-1M, SASRec overfits later so than with
 * positions counted from the beginning.
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
      context
          .kernels()
          .attention()
          .addPositions(x, spec.scale, parameters.value("P"), context.lengths(), Block.of(result));
      return result;
    }

    @Override
    public INDArray backward(INDArray gradient, ArrayMaker arrays) {
      Block dy = Block.of(gradient);
      INDArray below = arrays.create(dy.rows(), spec.width);
      context
          .kernels()
          .attention()
          .addPositionsBackward(
              dy, spec.scale, parameters.gradient("P"), context.lengths(), Block.of(below));
      return below;
    }
  }
}
