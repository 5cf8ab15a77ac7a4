package org.recsys4j.models.nn.layer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.recsys4j.models.nn.kernel.Block;
import org.recsys4j.models.nn.kernel.Kernels;

/**
 * Layer normalisation (Ba, Kiros and Hinton 2016): each row is brought to mean 0 and variance 1,
 * then scaled and shifted column by column.
 *
 * @param width of input and output
 * @param epsilon added to the variance, above 0
 */
public record LayerNormSpec(int width, double epsilon) implements LayerSpec {
  @Override
  public List<ParameterSpec> parameters() {
    return List.of(
        new ParameterSpec("gain", 1, width, ParameterSpec.Initial.ONE),
        new ParameterSpec("shift", 1, width, ParameterSpec.Initial.ZERO));
  }

  @Override
  public Operation operation(LayerParameters parameters, LayerContext context) {
    return new LayerNorm(this, parameters, context.kernels());
  }

  /** The passes. */
  private static final class LayerNorm implements Operation {
    private final LayerNormSpec spec;
    private final LayerParameters parameters;
    private final Kernels kernels;
    private final Scratch memory = new Scratch();
    private @Nullable Block input;
    private @Nullable Block statistics;

    LayerNorm(LayerNormSpec spec, LayerParameters parameters, Kernels kernels) {
      this.spec = spec;
      this.parameters = parameters;
      this.kernels = kernels;
    }

    @Override
    public INDArray forward(INDArray array, boolean training, ArrayMaker arrays) {
      Block x = Block.of(array);
      INDArray result = arrays.create(x.rows(), spec.width);
      Block pairs = memory.of(x, x.rows(), 2);
      kernels
          .normalisation()
          .forward(
              x,
              parameters.value("gain"),
              parameters.value("shift"),
              spec.epsilon,
              pairs,
              Block.of(result));
      input = x;
      statistics = pairs;
      return result;
    }

    @Override
    public INDArray backward(INDArray gradient, ArrayMaker arrays) {
      Block x = State.kept(input);
      INDArray below = arrays.create(x.rows(), spec.width);
      kernels
          .normalisation()
          .backward(
              x,
              State.kept(statistics),
              parameters.value("gain"),
              Block.of(gradient),
              parameters.gradient("gain"),
              parameters.gradient("shift"),
              Block.of(below));
      return below;
    }
  }
}
