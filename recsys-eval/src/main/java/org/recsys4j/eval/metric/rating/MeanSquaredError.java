package org.recsys4j.eval.metric.rating;

import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricFactory;
import org.recsys4j.eval.metric.NoOptions;

/**
 * MSE = mean of (score - value)² over all relevant pairs: from 0 up; lower is better. The square of
 * {@link RootMeanSquaredError}.
 *
 * <p>J. Herlocker, J. Konstan, L. Terveen, J. Riedl, "Evaluating collaborative filtering
 * recommender systems", ACM TOIS 22(1), 2004.
 */
public final class MeanSquaredError implements MetricFactory<NoOptions> {
  /** Makes MSE. */
  public MeanSquaredError() {}

  @Override
  public Class<NoOptions> optionsType() {
    return NoOptions.class;
  }

  @Override
  public String summary() {
    return "mean squared error of predicted values";
  }

  @Override
  public String reference() {
    return "Herlocker et al.: Evaluating collaborative filtering recommender systems, TOIS 22(1), 2004";
  }

  @Override
  public Metric create(NoOptions options) {
    return new Pairs(
        "MSE", false, (score, value) -> (score - value) * (score - value), mean -> mean);
  }
}
