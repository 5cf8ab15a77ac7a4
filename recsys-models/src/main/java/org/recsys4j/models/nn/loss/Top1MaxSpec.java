package org.recsys4j.models.nn.loss;

import java.util.List;
import org.recsys4j.models.nn.layer.LayerContext;
import org.recsys4j.models.nn.layer.LayerParameters;
import org.recsys4j.models.nn.layer.LossOperation;
import org.recsys4j.models.nn.layer.LossSpec;
import org.recsys4j.models.nn.layer.ParameterSpec;

/**
 * TOP1-max over sampled rows of a table (Hidasi and Karatzoglou, "Recurrent neural networks with
 * top-k gains for session-based recommendations", CIKM 2018). See {@link
 * org.recsys4j.models.nn.kernel.SampledLosses#top1Max}.
 *
 * @param table name of the table, whose vectors are as long as an input row
 * @param labels how the labels are laid out
 */
public record Top1MaxSpec(String table, SampledLabels labels) implements LossSpec {
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
        (losses, positives, negatives) -> losses.top1Max(positives, negatives));
  }
}
