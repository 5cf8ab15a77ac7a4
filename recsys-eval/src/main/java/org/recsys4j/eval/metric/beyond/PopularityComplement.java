package org.recsys4j.eval.metric.beyond;

import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricFactory;
import org.recsys4j.eval.metric.Cutoff;

/**
 * EPC@K (expected popularity complement) = the mean, over the items of a list, of 1 - (share of the
 * training users who had the item); averaged over users. From 0 to 1: the share of users to whom an
 * item is new.
 *
 * <p>The plain form, without a discount of places and whether an item is relevant or not. A list of
 * fewer than K items is averaged over those it has; a user with none is left out.
 *
 * <p>S. Vargas, P. Castells, "Rank and relevance in novelty and diversity metrics for recommender
 * systems", RecSys 2011.
 */
public final class PopularityComplement implements MetricFactory<Cutoff> {
  /** Makes EPC@K. */
  public PopularityComplement() {}

  @Override
  public Class<Cutoff> optionsType() {
    return Cutoff.class;
  }

  @Override
  public String summary() {
    return "mean share of training users who did not have the items of a list";
  }

  @Override
  public String reference() {
    return "Vargas, Castells: Rank and relevance in novelty and diversity metrics, RecSys 2011";
  }

  @Override
  public Metric create(Cutoff options) {
    return ListMean.metric(
        options.label("EPC"),
        options.k(),
        true,
        context -> {
          double users = context.derived(new Popularity.Recipe()).users();
          return item -> 1 - context.popularity(item) / users;
        });
  }
}
