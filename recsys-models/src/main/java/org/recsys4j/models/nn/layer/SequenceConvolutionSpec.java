package org.recsys4j.models.nn.layer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.recsys4j.models.nn.kernel.Activation;
import org.recsys4j.models.nn.kernel.Block;
import org.recsys4j.models.nn.kernel.Kernels;
import org.recsys4j.models.nn.kernel.WindowShape;

/**
 * A convolution over sequences: {@code f(w W + b)} for each window w of steps, whose vectors stand
 * side by side. One product for all windows.
 *
 * @param height how many steps a filter sees
 * @param dilation distance from one of them to the next
 * @param causal whether windows end at each step, filled up with zeros where they begin before the
 *     sequence, and not only where they lie within it; the output has a row for each window
 * @param in width of the input
 * @param out number of filters
 * @param activation the function f
 */
public record SequenceConvolutionSpec(
    int height, int dilation, boolean causal, int in, int out, Activation activation)
    implements LayerSpec {
  @Override
  public List<ParameterSpec> parameters() {
    return List.of(
        new ParameterSpec("W", height * in, out, ParameterSpec.Initial.GLOROT),
        new ParameterSpec("b", 1, out, ParameterSpec.Initial.ZERO));
  }

  @Override
  public Operation operation(LayerParameters parameters, LayerContext context) {
    return new Convolution(this, parameters, context);
  }

  /** The passes. */
  private static final class Convolution implements Operation {
    private final SequenceConvolutionSpec spec;
    private final LayerParameters parameters;
    private final LayerContext context;
    private final Kernels kernels;
    private final Scratch windowMemory = new Scratch();
    private final Scratch gradientMemory = new Scratch();
    private @Nullable Block windows;
    private @Nullable Block output;

    Convolution(SequenceConvolutionSpec spec, LayerParameters parameters, LayerContext context) {
      this.spec = spec;
      this.parameters = parameters;
      this.context = context;
      this.kernels = context.kernels();
    }

    private WindowShape shape() {
      return new WindowShape(context.steps(), spec.height, spec.dilation, spec.causal);
    }

    @Override
    public INDArray forward(INDArray array, boolean training, ArrayMaker arrays) {
      Block x = Block.of(array);
      WindowShape shape = shape();
      int count = x.rows() / shape.length() * shape.windows();
      Block seen = x;
      if (shape.height() > 1) {
        seen = windowMemory.of(x, count, shape.height() * spec.in);
        kernels.windows().gather(x, shape, seen);
      }
      INDArray result = arrays.create(count, spec.out);
      Block y = Block.of(result);
      kernels.products().multiply(seen, parameters.value("W"), y);
      kernels.elementwise().activate(y, parameters.value("b"), spec.activation);
      windows = seen;
      output = y;
      return result;
    }

    @Override
    public INDArray backward(INDArray gradient, ArrayMaker arrays) {
      Block seen = State.kept(windows);
      Block dy = Block.of(gradient);
      WindowShape shape = shape();
      kernels
          .elementwise()
          .activateBackward(State.kept(output), dy, parameters.gradient("b"), spec.activation);
      kernels.products().multiply(seen.transpose(), dy, parameters.gradient("W"));
      INDArray result = arrays.create(seen.rows() / shape.windows() * shape.length(), spec.in);
      Block below = Block.of(result);
      Block weights = parameters.value("W").transpose();
      if (shape.height() == 1) {
        kernels.products().multiply(dy, weights, below);
      } else {
        Block ofWindows = gradientMemory.of(dy, seen.rows(), seen.columns());
        kernels.products().multiply(dy, weights, ofWindows);
        kernels.windows().scatter(ofWindows, shape, below);
      }
      return result;
    }
  }
}
