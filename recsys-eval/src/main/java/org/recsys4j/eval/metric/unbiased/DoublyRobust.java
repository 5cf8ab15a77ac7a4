package org.recsys4j.eval.metric.unbiased;

import java.util.Set;
import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricFactory;
import org.recsys4j.api.MetricNeed;

/**
 * DR@K (doubly robust) = sum over logged events of q(list) + w (r - q(item)), over n, with the
 * weights of {@link InversePropensity}: a prediction of the reward of what the model shows,
 * corrected by what the log says of the prediction. q(item) is the mean value of the item's
 * training events, or of all of them for an item without; q(list) is the mean of q over the first K
 * places.
 *
 * <p>Unbiased if the propensities are right or the predictions are; less variance than IPS where
 * the predictions are good.
 *
 * <p>M. Dudík, J. Langford, L. Li, "Doubly robust policy evaluation and learning", ICML 2011.
 */
public final class DoublyRobust implements MetricFactory<LoggedOptions> {
  /** Makes DR@K. */
  public DoublyRobust() {}

  @Override
  public Class<LoggedOptions> optionsType() {
    return LoggedOptions.class;
  }

  @Override
  public String summary() {
    return "estimated mean reward of what the model shows, predicted and corrected by propensities";
  }

  @Override
  public String reference() {
    return "Dudik, Langford, Li: Doubly robust policy evaluation and learning, ICML 2011";
  }

  @Override
  public Metric create(LoggedOptions options) {
    return new OffPolicy(
        options.label("DR"),
        options,
        Set.of(MetricNeed.HELD_OUT, MetricNeed.TRAINING),
        context -> context.derived(new Rewards.Recipe())::of,
        (events, weights, rewards, lists) -> (lists + rewards) / events);
  }
}
