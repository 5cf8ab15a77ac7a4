package org.recsys4j.models.nn.loss;

import java.util.List;
import org.recsys4j.models.nn.layer.LayerContext;
import org.recsys4j.models.nn.layer.LayerParameters;
import org.recsys4j.models.nn.layer.LossOperation;
import org.recsys4j.models.nn.layer.LossSpec;
import org.recsys4j.models.nn.layer.ParameterSpec;

/**
 * BPR-max over sampled rows of a table (Hidasi and Karatzoglou, "Recurrent neural networks with
 * top-k gains for session-based recommendations", CIKM 2018): the wanted item is to score above
 * those of the samples that score high, whose scores are kept small. See {@link
 * org.recsys4j.models.nn.kernel.SampledLosses#bprMax}.
 *
 * @param table name of the table, whose vectors are as long as an input row
 * @param labels how the labels are laid out
 * @param regularisation weight of the squared scores of the samples, 0 or more
 */
public record BprMaxSpec(String table, SampledLabels labels, double regularisation)
    implements LossSpec {
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
        (losses, positives, negatives) -> losses.bprMax(positives, negatives, regularisation));
  }
}
