package org.recsys4j.eval.metric.beyond;

import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricFactory;
import org.recsys4j.api.data.ItemSet;

/**
 * APLT@K (average percentage of long-tail items) = the share of a list's items that belong to the
 * long tail; averaged over users. From 0 to 1.
 *
 * <p>The short head is made of the fewest most popular items that together have {@code head-share}
 * of all popularity (0.8: the label says so); all others are the long tail, those without training
 * event among them. A list of fewer than K items is averaged over those it has; a user with none is
 * left out.
 *
 * <p>H. Abdollahpouri, R. Burke, B. Mobasher, "Managing popularity bias in recommender systems with
 * personalized re-ranking", FLAIRS 2019.
 */
public final class TailShare implements MetricFactory<TailOptions> {
  /** Makes APLT@K. */
  public TailShare() {}

  @Override
  public Class<TailOptions> optionsType() {
    return TailOptions.class;
  }

  @Override
  public String summary() {
    return "share of long-tail items in the lists";
  }

  @Override
  public String reference() {
    return "Abdollahpouri, Burke, Mobasher: Managing popularity bias with personalized re-ranking, FLAIRS 2019";
  }

  @Override
  public Metric create(TailOptions options) {
    return ListMean.metric(
        options.label("APLT"),
        options.k(),
        true,
        context -> {
          ItemSet tail = context.derived(new LongTail(options.headShare()));
          return item -> tail.contains(item) ? 1 : 0;
        });
  }
}
