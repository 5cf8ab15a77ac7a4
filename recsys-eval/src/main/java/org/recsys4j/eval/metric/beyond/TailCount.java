package org.recsys4j.eval.metric.beyond;

import java.util.Set;
import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricFactory;
import org.recsys4j.api.MetricNeed;
import org.recsys4j.api.data.ItemSet;

/**
 * ACLT@K (average coverage of long-tail items) = the number of long-tail items in a list; averaged
 * over users. From 0 to K. The long tail is that of {@link TailShare}; an empty list has none of
 * it.
 *
 * <p>H. Abdollahpouri, R. Burke, B. Mobasher, "Managing popularity bias in recommender systems with
 * personalized re-ranking", FLAIRS 2019.
 */
public final class TailCount implements MetricFactory<TailOptions> {
  /** Makes ACLT@K. */
  public TailCount() {}

  @Override
  public Class<TailOptions> optionsType() {
    return TailOptions.class;
  }

  @Override
  public String summary() {
    return "number of long-tail items in the lists";
  }

  @Override
  public String reference() {
    return "Abdollahpouri, Burke, Mobasher: Managing popularity bias with personalized re-ranking, FLAIRS 2019";
  }

  @Override
  public Metric create(TailOptions options) {
    int k = options.k();
    return Metric.perUser(
        options.label("ACLT"),
        k,
        true,
        Set.of(MetricNeed.POPULARITY),
        context -> {
          ItemSet tail = context.derived(new LongTail(options.headShare()));
          return ranking -> ListMean.sum(ranking, k, item -> tail.contains(item) ? 1 : 0);
        });
  }
}
