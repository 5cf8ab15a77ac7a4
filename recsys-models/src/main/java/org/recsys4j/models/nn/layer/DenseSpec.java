package org.recsys4j.models.nn.layer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.recsys4j.models.nn.kernel.Activation;
import org.recsys4j.models.nn.kernel.Block;
import org.recsys4j.models.nn.kernel.Kernels;

/**
 * A dense layer, {@code f(x W + b)}.
 *
 * @param in width of the input
 * @param out number of units
 * @param activation the function f
 */
public record DenseSpec(int in, int out, Activation activation) implements LayerSpec {
  @Override
  public List<ParameterSpec> parameters() {
    return List.of(
        new ParameterSpec("W", in, out, ParameterSpec.Initial.GLOROT),
        new ParameterSpec("b", 1, out, ParameterSpec.Initial.ZERO));
  }

  @Override
  public Operation operation(LayerParameters parameters, LayerContext context) {
    return new Dense(this, parameters, context.kernels());
  }

  /** The passes. */
  private static final class Dense implements Operation {
    private final DenseSpec spec;
    private final LayerParameters parameters;
    private final Kernels kernels;
    private @Nullable Block input;
    private @Nullable Block output;

    Dense(DenseSpec spec, LayerParameters parameters, Kernels kernels) {
      this.spec = spec;
      this.parameters = parameters;
      this.kernels = kernels;
    }

    @Override
    public INDArray forward(INDArray array, boolean training, ArrayMaker arrays) {
      Block x = Block.of(array);
      INDArray result = arrays.create(x.rows(), spec.out);
      Block y = Block.of(result);
      kernels.products().multiply(x, parameters.value("W"), y);
      kernels.elementwise().activate(y, parameters.value("b"), spec.activation);
      input = x;
      output = y;
      return result;
    }

    @Override
    public INDArray backward(INDArray gradient, ArrayMaker arrays) {
      Block x = State.kept(input);
      Block dy = Block.of(gradient);
      kernels
          .elementwise()
          .activateBackward(State.kept(output), dy, parameters.gradient("b"), spec.activation);
      kernels.products().multiply(x.transpose(), dy, parameters.gradient("W"));
      INDArray below = arrays.create(x.rows(), spec.in);
      kernels.products().multiply(dy, parameters.value("W").transpose(), Block.of(below));
      return below;
    }
  }
}
