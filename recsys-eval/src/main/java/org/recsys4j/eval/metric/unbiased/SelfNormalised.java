package org.recsys4j.eval.metric.unbiased;

import java.util.Set;
import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricFactory;
import org.recsys4j.api.MetricNeed;

/**
 * SNIPS@K (self-normalised inverse propensity score) = sum over logged events of w r / sum of w,
 * with the weights of {@link InversePropensity}: a weighted mean of rewards, and so from the
 * smallest reward to the largest. Consistent, not unbiased, with much less variance. Undefined
 * where the model shows nothing that was logged.
 *
 * <p>A. Swaminathan, T. Joachims, "The self-normalized estimator for counterfactual learning", NIPS
 * 2015.
 */
public final class SelfNormalised implements MetricFactory<LoggedOptions> {
  /** Makes SNIPS@K. */
  public SelfNormalised() {}

  @Override
  public Class<LoggedOptions> optionsType() {
    return LoggedOptions.class;
  }

  @Override
  public String summary() {
    return "estimated mean reward of what the model shows, by inverse propensities that sum to 1";
  }

  @Override
  public String reference() {
    return "Swaminathan, Joachims: The self-normalized estimator for counterfactual learning, NIPS 2015";
  }

  @Override
  public Metric create(LoggedOptions options) {
    return new OffPolicy(
        options.label("SNIPS"),
        options,
        Set.of(MetricNeed.HELD_OUT),
        context -> item -> 0,
        (events, weights, rewards, lists) -> weights == 0 ? Double.NaN : rewards / weights);
  }
}
