package org.recsys4j.models.nn.loss;

import java.util.List;
import java.util.Optional;
import org.recsys4j.models.nn.kernel.Block;
import org.recsys4j.models.nn.layer.LayerContext;
import org.recsys4j.models.nn.layer.LayerParameters;
import org.recsys4j.models.nn.layer.LossOperation;
import org.recsys4j.models.nn.layer.LossSpec;
import org.recsys4j.models.nn.layer.ParameterSpec;

/**
 * The multinomial likelihood of a set of items (Liang et al., "Variational autoencoders for
 * collaborative filtering", WWW 2018): the negative logarithms of the shares that a softmax over
 * all rows of a table gives the wanted ones. Logits are the inner products of an input row with the
 * table's vectors, and a bias of each. Labels hold the wanted rows of the table for each input row,
 * filled up with negative numbers. The table moves as a whole. An input row with labels is a term
 * of the loss, however many they are.
 *
 * @param table name of the table, whose vectors are as long as an input row
 * @param items how many rows the table has
 */
public record MultinomialSpec(String table, int items) implements LossSpec {
  private static final String BIAS = "b";

  @Override
  public List<ParameterSpec> parameters() {
    return List.of(new ParameterSpec(BIAS, 1, items, ParameterSpec.Initial.ZERO));
  }

  @Override
  public LossOperation operation(LayerParameters parameters, LayerContext context) {
    return new TableSoftmax(
        context.table(table),
        Optional.of(
            new TableSoftmax.Bias() {
              @Override
              public Block value() {
                return parameters.value(BIAS);
              }

              @Override
              public Block gradient() {
                return parameters.gradient(BIAS);
              }
            }),
        context.kernels());
  }
}
