package org.recsys4j.models.nn.loss;

import java.util.List;
import java.util.Optional;
import org.recsys4j.models.nn.layer.LayerContext;
import org.recsys4j.models.nn.layer.LayerParameters;
import org.recsys4j.models.nn.layer.LossOperation;
import org.recsys4j.models.nn.layer.LossSpec;
import org.recsys4j.models.nn.layer.ParameterSpec;

/**
 * Cross-entropy of a softmax over all rows of a table: the logits are the inner products of an
 * input row with the table's vectors. Labels hold the wanted row of the table for each input row; a
 * negative one is no term. The table moves as a whole.
 *
 * @param table name of the table, whose vectors are as long as an input row
 */
public record SoftmaxSpec(String table) implements LossSpec {
  @Override
  public List<ParameterSpec> parameters() {
    return List.of();
  }

  @Override
  public LossOperation operation(LayerParameters parameters, LayerContext context) {
    return new TableSoftmax(context.table(table), Optional.empty(), context.kernels());
  }
}
