package org.recsys4j.eval.metric.fairness;

import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricFactory;
import org.recsys4j.api.MetricNeed;
import org.recsys4j.api.RelevantItems;

/**
 * REO@K (ranking-based equal opportunity) = the relative standard deviation, over groups of items,
 * of the probability that a relevant item of the group stands in a user's first K places: 0 if
 * relevant items of all groups are found equally often, sqrt(G - 1) if only those of one of G
 * groups are; lower is better.
 *
 * <p>The probability of a group is the number of its relevant items within the first K places over
 * that of all its relevant items, all users together; groups without relevant item do not count.
 * Among equal scores, a relevant item counts with the probability of standing there. Undefined
 * where no relevant item is found at all.
 *
 * <p>Z. Zhu, J. Wang, J. Caverlee, "Measuring and mitigating item under-recommendation bias in
 * personalized ranking systems", SIGIR 2020.
 */
public final class RankingOpportunity implements MetricFactory<ItemGroups> {
  /** Makes REO@K. */
  public RankingOpportunity() {}

  @Override
  public Class<ItemGroups> optionsType() {
    return ItemGroups.class;
  }

  @Override
  public String summary() {
    return "how unequally relevant items of several groups are found; 0 is fair";
  }

  @Override
  public String reference() {
    return "Zhu, Wang, Caverlee: Measuring and mitigating item under-recommendation bias, SIGIR 2020";
  }

  @Override
  public Metric create(ItemGroups options) {
    int k = options.k();
    return new GroupShares(
        options.label("REO"),
        k,
        options.needs(MetricNeed.RELEVANT_ITEMS),
        options::of,
        (ranking, context, groups, parts, wholes) -> {
          RelevantItems items = ranking.relevantItems();
          for (int i = 0; i < items.size(); i++) {
            for (int group : groups.of(items.item(i))) {
              parts[group] += items.chance(i, k);
              wholes[group]++;
            }
          }
        });
  }
}
