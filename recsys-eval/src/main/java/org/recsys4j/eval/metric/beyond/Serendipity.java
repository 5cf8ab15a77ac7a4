package org.recsys4j.eval.metric.beyond;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import java.util.Set;
import org.recsys4j.api.EvaluationContext;
import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricFactory;
import org.recsys4j.api.MetricNeed;
import org.recsys4j.api.UserRanking;
import org.recsys4j.eval.metric.Cutoff;

/**
 * Serendipity@K = the number of items among the first K that are relevant and not expected, over K;
 * averaged over users. From 0 to 1.
 *
 * <p>Expected is what the simplest model would show, too: an item is expected if fewer than K of
 * the candidates that the user is offered are more popular. So a model that shows the most popular
 * items has 0. A list shorter than K is padded with misses.
 *
 * <p>M. Ge, C. Delgado-Battenfeld, D. Jannach, "Beyond accuracy: evaluating recommender systems by
 * coverage and serendipity", RecSys 2010; with popularity as the primitive model.
 */
public final class Serendipity implements MetricFactory<Cutoff> {
  /** Makes Serendipity@K. */
  public Serendipity() {}

  @Override
  public Class<Cutoff> optionsType() {
    return Cutoff.class;
  }

  @Override
  public String summary() {
    return "share of the first K places with a relevant item that is no bestseller";
  }

  @Override
  public String reference() {
    return "Ge, Delgado-Battenfeld, Jannach: Beyond accuracy, RecSys 2010";
  }

  @Override
  public Metric create(Cutoff options) {
    int k = options.k();
    return Metric.perUser(
        options.label("Serendipity"),
        k,
        true,
        Set.of(MetricNeed.POPULARITY, MetricNeed.EXCLUSIONS),
        context -> {
          Popularity popularity = context.derived(new Popularity.Recipe());
          return ranking -> of(ranking, k, context, popularity);
        });
  }

  private static double of(
      UserRanking ranking, int k, EvaluationContext context, Popularity popularity) {
    IntArrayList hits = new IntArrayList();
    for (int place = 0; place < Math.min(k, ranking.size()); place++) {
      if (ranking.isRelevant(place)) {
        hits.add(context.popularity(ranking.item(place)));
      }
    }
    if (hits.isEmpty()) {
      return 0;
    }
    int[] above = new int[hits.size()]; // candidates that the user is offered
    Arrays.setAll(above, hit -> popularity.candidatesAbove(hits.getInt(hit)));
    context.forEachExcluded(
        ranking.user(),
        item -> {
          for (int hit = 0; hit < above.length; hit++) {
            above[hit] -= context.popularity(item) > hits.getInt(hit) ? 1 : 0;
          }
        });
    return (double) Arrays.stream(above).filter(more -> more >= k).count() / k;
  }
}
