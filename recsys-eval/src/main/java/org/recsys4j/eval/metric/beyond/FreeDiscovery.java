package org.recsys4j.eval.metric.beyond;

import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricFactory;
import org.recsys4j.eval.metric.Cutoff;

/**
 * EFD@K (expected free discovery) = the mean, over the items of a list, of -log2(popularity of the
 * item / sum of all items' popularity); averaged over users. From 0 up, in bits: how surprising it
 * is that an event drawn at random is one of this item.
 *
 * <p>An item without training event counts as if one user had had it. The plain form, without a
 * discount of places and whether an item is relevant or not. A list of fewer than K items is
 * averaged over those it has; a user with none is left out.
 *
 * <p>S. Vargas, P. Castells, "Rank and relevance in novelty and diversity metrics for recommender
 * systems", RecSys 2011.
 */
public final class FreeDiscovery implements MetricFactory<Cutoff> {
  /** Makes EFD@K. */
  public FreeDiscovery() {}

  @Override
  public Class<Cutoff> optionsType() {
    return Cutoff.class;
  }

  @Override
  public String summary() {
    return "mean information, in bits, of meeting the items of a list by chance";
  }

  @Override
  public String reference() {
    return "Vargas, Castells: Rank and relevance in novelty and diversity metrics, RecSys 2011";
  }

  @Override
  public Metric create(Cutoff options) {
    return ListMean.metric(
        options.label("EFD"),
        options.k(),
        true,
        context -> {
          double pairs = context.derived(new Popularity.Recipe()).pairs();
          return item -> Novelty.bits(context.popularity(item), pairs);
        });
  }
}
