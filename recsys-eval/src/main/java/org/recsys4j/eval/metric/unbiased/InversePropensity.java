package org.recsys4j.eval.metric.unbiased;

import java.util.Set;
import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricFactory;
import org.recsys4j.api.MetricNeed;

/**
 * IPS@K (inverse propensity score) = sum over logged events of w r / n, the estimated mean reward
 * of what the model shows; w = 1 / (K p) for an event of propensity p whose item stands in the
 * first K places, otherwise 0. From the smallest reward to any size: a rare event weighs much.
 *
 * <p>Unbiased where the logging policy shows every item to everybody with some probability and no
 * weight is cut.
 *
 * <p>D. Horvitz, D. Thompson, JASA 47, 1952; T. Schnabel, A. Swaminathan, A. Singh, N. Chandak, T.
 * Joachims, "Recommendations as treatments: debiasing learning and evaluation", ICML 2016.
 */
public final class InversePropensity implements MetricFactory<LoggedOptions> {
  /** Makes IPS@K. */
  public InversePropensity() {}

  @Override
  public Class<LoggedOptions> optionsType() {
    return LoggedOptions.class;
  }

  @Override
  public String summary() {
    return "estimated mean reward of what the model shows, by inverse propensities";
  }

  @Override
  public String reference() {
    return "Schnabel et al.: Recommendations as treatments, ICML 2016";
  }

  @Override
  public Metric create(LoggedOptions options) {
    return new OffPolicy(
        options.label("IPS"),
        options,
        Set.of(MetricNeed.HELD_OUT),
        context -> item -> 0,
        (events, weights, rewards, lists) -> rewards / events);
  }
}
