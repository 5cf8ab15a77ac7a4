package org.recsys4j.eval.metric.rating;

import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricFactory;
import org.recsys4j.eval.metric.NoOptions;

/**
 * MAE = mean of |score - value| over all relevant pairs, in the unit of values: from 0 up; lower is
 * better.
 *
 * <p>J. Herlocker, J. Konstan, L. Terveen, J. Riedl, "Evaluating collaborative filtering
 * recommender systems", ACM TOIS 22(1), 2004.
 */
public final class MeanAbsoluteError implements MetricFactory<NoOptions> {
  /** Makes MAE. */
  public MeanAbsoluteError() {}

  @Override
  public Class<NoOptions> optionsType() {
    return NoOptions.class;
  }

  @Override
  public String summary() {
    return "mean absolute error of predicted values";
  }

  @Override
  public String reference() {
    return "Herlocker et al.: Evaluating collaborative filtering recommender systems, TOIS 22(1), 2004";
  }

  @Override
  public Metric create(NoOptions options) {
    return new Pairs("MAE", false, (score, value) -> Math.abs(score - value), mean -> mean);
  }
}
