package org.recsys4j.eval.metric.beyond;

import java.util.Set;
import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricFactory;
import org.recsys4j.api.MetricNeed;
import org.recsys4j.eval.metric.Cutoff;

/**
 * ILD-co@K (intra-list diversity by co-occurrence) = the mean distance of two items among the first
 * K, where the distance is 1 - (training users who had both) / sqrt(users who had the one x users
 * who had the other), the cosine distance of their columns; averaged over users. From 0, had by the
 * same users, to 1, had by nobody together; 1 also where an item has no training event. A user
 * whose list has fewer than two items is left out.
 *
 * <p>S. Vargas, P. Castells, "Rank and relevance in novelty and diversity metrics for recommender
 * systems", RecSys 2011 (with the collaborative distance). Needs no attributes; takes K² / 2
 * intersections of sets of users a user, so it is slow for large K and popular items.
 */
public final class CoOccurrenceDiversity implements MetricFactory<Cutoff> {
  /** Makes ILD-co@K. */
  public CoOccurrenceDiversity() {}

  @Override
  public Class<Cutoff> optionsType() {
    return Cutoff.class;
  }

  @Override
  public String summary() {
    return "mean distance, by the users they share, of two items of a list";
  }

  @Override
  public String reference() {
    return "Vargas, Castells: Rank and relevance in novelty and diversity metrics, RecSys 2011";
  }

  @Override
  public Metric create(Cutoff options) {
    int k = options.k();
    return Metric.perUser(
        options.label("ILD-co"),
        k,
        true,
        Set.of(MetricNeed.TRAINING),
        context -> {
          ItemUsers users = context.derived(new ItemUsers.Recipe());
          return ranking -> PairDistance.mean(ranking, k, users::distance);
        });
  }
}
