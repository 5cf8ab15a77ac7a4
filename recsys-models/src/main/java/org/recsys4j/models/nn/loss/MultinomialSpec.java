package org.recsys4j.models.nn.loss;

import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.recsys4j.models.nn.kernel.Block;
import org.recsys4j.models.nn.layer.LayerContext;
import org.recsys4j.models.nn.layer.LayerParameters;
import org.recsys4j.models.nn.layer.LossOperation;
import org.recsys4j.models.nn.layer.LossSpec;
import org.recsys4j.models.nn.layer.ParameterSpec;

/**
 * The multinomial likelihood of a set of items (Liang et al., "Variational autoencoders for
 * collaborative filtering", WWW 2018): the negative logarithms of the shares that a softmax over
 * all items gives the wanted ones. The logits of an input row x are {@code W x + b}. Labels hold
 * the wanted items for each input row, filled up with negative numbers. An input row with labels is
 * a term of the loss, however many they are.
 *
 * @param in width of the input
 * @param items how many items there are: W is {@code items x in}
 */
public record MultinomialSpec(int in, int items) implements LossSpec {
  private static final String WEIGHTS = "W";
  private static final String BIAS = "b";

  @Override
  public List<ParameterSpec> parameters() {
    return List.of(
        new ParameterSpec(WEIGHTS, items, in, ParameterSpec.Initial.GLOROT),
        new ParameterSpec(BIAS, 1, items, ParameterSpec.Initial.ZERO));
  }

  @Override
  public LossOperation operation(LayerParameters parameters, LayerContext context) {
    return new SoftmaxOverAll(
        new OfLayer(parameters, WEIGHTS, items),
        Optional.of(new OfLayer(parameters, BIAS, 1)),
        context.kernels());
  }

  /** A parameter of this layer, which needs no copy. */
  private record OfLayer(LayerParameters parameters, String name, int rows)
      implements SoftmaxOverAll.Parameter {
    @Override
    public Block value(DataType type) {
      return parameters.value(name);
    }

    @Override
    public Block gradient(DataType type) {
      return parameters.gradient(name);
    }

    @Override
    public void done() {
      // gradients are where they belong
    }
  }
}
