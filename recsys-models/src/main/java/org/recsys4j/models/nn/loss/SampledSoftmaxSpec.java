package org.recsys4j.models.nn.loss;

import java.util.List;
import org.recsys4j.models.nn.layer.LayerContext;
import org.recsys4j.models.nn.layer.LayerParameters;
import org.recsys4j.models.nn.layer.LossOperation;
import org.recsys4j.models.nn.layer.LossSpec;
import org.recsys4j.models.nn.layer.ParameterSpec;

/**
 * Cross-entropy of a softmax over the wanted row of a table and some sampled ones: an estimate of
 * {@link SoftmaxSpec} that costs as much as there are samples. Corrected by the logarithm of how
 * likely each row is drawn, its gradient tends to that of the full softmax with more samples
 * (Bengio and Senecal 2008); without, frequent samples are pushed down the more.
 *
 * @param table name of the table, whose vectors are as long as an input row
 * @param labels how the labels are laid out
 */
public record SampledSoftmaxSpec(String table, SampledLabels labels) implements LossSpec {
  @Override
  public List<ParameterSpec> parameters() {
    return List.of();
  }

  @Override
  public LossOperation operation(LayerParameters parameters, LayerContext context) {
    return new SampledOperation(
        table,
        labels,
        context,
        (losses, positives, negatives) -> losses.softmax(positives, negatives));
  }
}
