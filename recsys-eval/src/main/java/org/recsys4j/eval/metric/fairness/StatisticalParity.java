package org.recsys4j.eval.metric.fairness;

import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricFactory;
import org.recsys4j.api.MetricNeed;

/**
 * RSP@K (ranking-based statistical parity) = the relative standard deviation, over groups of items,
 * of the probability that a candidate of the group stands in a user's first K places: 0 if
 * candidates of all groups are shown equally often, sqrt(G - 1) if only those of one of G groups
 * are; lower is better.
 *
 * <p>The probability of a group is the number of its items in the first K places over that of its
 * items among the candidates, all users together; what the mask takes out for a user is no
 * candidate. Groups without candidate do not count. It looks at lists as they are shown.
 *
 * <p>Z. Zhu, J. Wang, J. Caverlee, "Measuring and mitigating item under-recommendation bias in
 * personalized ranking systems", SIGIR 2020.
 */
public final class StatisticalParity implements MetricFactory<ItemGroups> {
  /** Makes RSP@K. */
  public StatisticalParity() {}

  @Override
  public Class<ItemGroups> optionsType() {
    return ItemGroups.class;
  }

  @Override
  public String summary() {
    return "how unequally candidates of several groups are shown; 0 is fair";
  }

  @Override
  public String reference() {
    return "Zhu, Wang, Caverlee: Measuring and mitigating item under-recommendation bias, SIGIR 2020";
  }

  @Override
  public Metric create(ItemGroups options) {
    int k = options.k();
    return new GroupShares(
        options.label("RSP"),
        k,
        options.needs(MetricNeed.EXCLUSIONS),
        options::of,
        (ranking, context, groups, parts, wholes) -> {
          for (int place = 0; place < Math.min(k, ranking.size()); place++) {
            for (int group : groups.of(ranking.item(place))) {
              parts[group]++;
            }
          }
          long[] candidates = context.derived(new GroupSizes(options)).sizes();
          for (int group = 0; group < wholes.length; group++) {
            wholes[group] += candidates[group];
          }
          context.forEachExcluded(
              ranking.user(),
              item -> {
                for (int group : groups.of(item)) {
                  wholes[group]--;
                }
              });
        });
  }
}
