package org.recsys4j.models.nn.layer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.recsys4j.models.nn.kernel.Block;
import org.recsys4j.models.nn.kernel.Kernels;

/**
 * Horizontal filters (Tang and Wang 2018): convolutions over the steps of a sequence with windows
 * of every height from 1 to its length, a rectifier, and the largest value over time. An input of n
 * sequences becomes n rows of length times filters numbers, height after height.
 *
 * <p>One product of every step with every row of all filters, of which a window's sum is made
 * afterwards: it computes some numbers that no window needs, and is still twice as fast as a narrow
 * product for each height.
 *
 * @param length steps of a sequence
 * @param width of the input
 * @param filters of each height
 */
public record HorizontalFiltersSpec(int length, int width, int filters) implements LayerSpec {
  @Override
  public List<ParameterSpec> parameters() {
    return List.of(
        new ParameterSpec("W", width, columns(), ParameterSpec.Initial.GLOROT),
        new ParameterSpec("b", 1, length * filters, ParameterSpec.Initial.ZERO));
  }

  private int columns() {
    return filters * (length * (length + 1) / 2);
  }

  @Override
  public Operation operation(LayerParameters parameters, LayerContext context) {
    return new HorizontalFilters(this, parameters, context.kernels());
  }

  /** The passes. */
  private static final class HorizontalFilters implements Operation {
    private final HorizontalFiltersSpec spec;
    private final LayerParameters parameters;
    private final Kernels kernels;
    private final Scratch memory = new Scratch();
    private int[] largest = new int[0];
    private @Nullable Block input;

    HorizontalFilters(HorizontalFiltersSpec spec, LayerParameters parameters, Kernels kernels) {
      this.spec = spec;
      this.parameters = parameters;
      this.kernels = kernels;
    }

    @Override
    public INDArray forward(INDArray array, boolean training, ArrayMaker arrays) {
      Block x = Block.of(array);
      int sequences = x.rows() / spec.length;
      Block products = memory.of(x, x.rows(), spec.columns());
      kernels.products().multiply(x, parameters.value("W"), products);
      INDArray result = arrays.create(sequences, spec.length * spec.filters);
      if (largest.length < result.length()) {
        largest = new int[Math.toIntExact(result.length())];
      }
      Block bias = parameters.value("b");
      kernels.windows().slide(products, spec.length, spec.filters, bias, Block.of(result), largest);
      input = x;
      return result;
    }

    @Override
    public INDArray backward(INDArray gradient, ArrayMaker arrays) {
      Block x = State.kept(input);
      Block products = memory.of(x, x.rows(), spec.columns());
      kernels
          .windows()
          .slideBackward(
              Block.of(gradient),
              spec.length,
              spec.filters,
              largest,
              products,
              parameters.gradient("b"));
      kernels.products().multiply(x.transpose(), products, parameters.gradient("W"));
      INDArray below = arrays.create(x.rows(), x.columns());
      kernels.products().multiply(products, parameters.value("W").transpose(), Block.of(below));
      return below;
    }
  }
}
