package org.recsys4j.eval.metric.beyond;

import java.util.Set;
import org.recsys4j.api.EvaluationContext;
import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricFactory;
import org.recsys4j.api.MetricNeed;
import org.recsys4j.api.UserRanking;
import org.recsys4j.eval.metric.Cutoff;

/**
 * Unexpectedness@K = the mean, over the items i of a list and the items j of the user's history, of
 * (1 - NPMI(i, j)) / 2; averaged over users. From 0, where i and j always go together, by 1/2,
 * where they are independent, to 1, where nobody had both.
 *
 * <p>NPMI(i, j) = log(p(i, j) / (p(i) p(j))) / -log p(i, j), where p are the shares of the training
 * users who had i, j, and both; -1 where nobody had both, 1 where everybody did. Repeated items of
 * a history count once. Users without history, and with an empty list, are left out.
 *
 * <p>M. Kaminskas, D. Bridge, "Measuring surprise in recommender systems", REDD workshop at RecSys
 * 2014 (co-occurrence based surprise). Takes an intersection of sets of users for each item of the
 * list and each of the history.
 */
public final class Unexpectedness implements MetricFactory<Cutoff> {
  /** Makes Unexpectedness@K. */
  public Unexpectedness() {}

  @Override
  public Class<Cutoff> optionsType() {
    return Cutoff.class;
  }

  @Override
  public String summary() {
    return "how little the items of a list go together with those of the history";
  }

  @Override
  public String reference() {
    return "Kaminskas, Bridge: Measuring surprise in recommender systems, REDD 2014";
  }

  @Override
  public Metric create(Cutoff options) {
    int k = options.k();
    return Metric.perUser(
        options.label("Unexpectedness"),
        k,
        true,
        Set.of(MetricNeed.TRAINING, MetricNeed.POPULARITY, MetricNeed.HISTORIES),
        context -> {
          ItemUsers users = context.derived(new ItemUsers.Recipe());
          return ranking -> of(ranking, k, context, users);
        });
  }

  private static double of(UserRanking ranking, int k, EvaluationContext context, ItemUsers users) {
    int[] history = context.histories().distinctItems(ranking.user());
    int size = Math.min(k, ranking.size());
    double sum = 0;
    for (int place = 0; place < size; place++) {
      for (int item : history) {
        sum += (1 - npmi(users, ranking.item(place), item, context.trainingUsers())) / 2;
      }
    }
    return sum / ((double) size * history.length);
  }

  private static double npmi(ItemUsers users, int item, int other, double all) {
    double both = users.shared(item, other) / all;
    if (both == 0) {
      return -1;
    }
    double alone = users.of(item).length / all * (users.of(other).length / all);
    return both == 1 ? 1 : StrictMath.log(both / alone) / -StrictMath.log(both);
  }
}
