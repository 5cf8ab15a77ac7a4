package org.recsys4j.models.nn.layer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.recsys4j.models.nn.kernel.Block;
import org.recsys4j.models.nn.kernel.Kernels;

/**
 * Vertical filters (Tang and Wang 2018): each is a weighted sum of the steps of a sequence plus a
 * bias. An input of n sequences becomes n rows of filters times width numbers, one filter after the
 * other.
 *
 * @param length steps of a sequence
 * @param width of the input
 * @param filters how many
 */
public record VerticalFiltersSpec(int length, int width, int filters) implements LayerSpec {
  @Override
  public List<ParameterSpec> parameters() {
    return List.of(
        new ParameterSpec("W", filters, length, ParameterSpec.Initial.GLOROT),
        new ParameterSpec("b", 1, filters, ParameterSpec.Initial.ZERO));
  }

  @Override
  public Operation operation(LayerParameters parameters, LayerContext context) {
    return new VerticalFilters(this, parameters, context.kernels());
  }

  /** The passes. */
  private static final class VerticalFilters implements Operation {
    private final VerticalFiltersSpec spec;
    private final LayerParameters parameters;
    private final Kernels kernels;
    private @Nullable Block input;

    VerticalFilters(VerticalFiltersSpec spec, LayerParameters parameters, Kernels kernels) {
      this.spec = spec;
      this.parameters = parameters;
      this.kernels = kernels;
    }

    @Override
    public INDArray forward(INDArray array, boolean training, ArrayMaker arrays) {
      Block x = Block.of(array);
      INDArray result = arrays.create(x.rows() / spec.length, spec.filters * spec.width);
      kernels.windows().mix(x, parameters.value("W"), parameters.value("b"), Block.of(result));
      input = x;
      return result;
    }

    @Override
    public INDArray backward(INDArray gradient, ArrayMaker arrays) {
      Block x = State.kept(input);
      INDArray result = arrays.create(x.rows(), x.columns());
      kernels
          .windows()
          .mixBackward(
              x,
              parameters.value("W"),
              Block.of(gradient),
              parameters.gradient("W"),
              parameters.gradient("b"),
              Block.of(result));
      return result;
    }
  }
}
