package org.recsys4j.eval.metric.rating;

import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricFactory;
import org.recsys4j.eval.metric.NoOptions;

/**
 * RMSE = sqrt(mean of (score - value)²) over all relevant pairs, in the unit of values: from 0 up;
 * lower is better. Large errors weigh more than in {@link MeanAbsoluteError}.
 *
 * <p>J. Herlocker, J. Konstan, L. Terveen, J. Riedl, "Evaluating collaborative filtering
 * recommender systems", ACM TOIS 22(1), 2004.
 */
public final class RootMeanSquaredError implements MetricFactory<NoOptions> {
  /** Makes RMSE. */
  public RootMeanSquaredError() {}

  @Override
  public Class<NoOptions> optionsType() {
    return NoOptions.class;
  }

  @Override
  public String summary() {
    return "root of the mean squared error of predicted values";
  }

  @Override
  public String reference() {
    return "Herlocker et al.: Evaluating collaborative filtering recommender systems, TOIS 22(1), 2004";
  }

  @Override
  public Metric create(NoOptions options) {
    return new Pairs(
        "RMSE", false, (score, value) -> (score - value) * (score - value), Math::sqrt);
  }
}
