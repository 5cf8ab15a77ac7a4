package org.recsys4j.eval.metric;

import java.util.List;
import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricFactory;
import org.recsys4j.api.UserRanking;

/**
 * HitRate@K = 1 if hits is at least 1, otherwise 0; averaged, the share of users with a hit.
 *
 * <p>Where one item is held out for each user, it equals Recall@K. Among equal scores: the
 * probability of a hit. Groups before the first one with a relevant item cannot hit; if that one
 * has s items, r of them relevant, and t of its places lie within K, the probability is
 * hypergeometric: 1 - C(s - r, t) / C(s, t).
 *
 * <p>M. Deshpande, G. Karypis, "Item-based top-N recommendation algorithms", ACM TOIS 22(1), 2004.
 * Equals {@code success_K} of trec_eval.
 */
public final class HitRate implements MetricFactory<Cutoff> {
  /** Makes HitRate@K. */
  public HitRate() {}

  @Override
  public Class<Cutoff> optionsType() {
    return Cutoff.class;
  }

  @Override
  public String summary() {
    return "share of users with at least one relevant item in the first K places";
  }

  @Override
  public String reference() {
    return "Deshpande, Karypis: Item-based top-N recommendation algorithms, TOIS 22(1), 2004";
  }

  @Override
  public Metric create(Cutoff options) {
    int k = options.k();
    return Metric.perUser(options.label("HitRate"), k, true, ranking -> HitRate.of(ranking, k));
  }

  private static double of(UserRanking ranking, int k) {
    List<UserRanking.TieGroup> groups = ranking.relevantGroups();
    return groups.isEmpty() || groups.get(0).start() >= k ? 0 : hit(groups.get(0), k);
  }

  private static double hit(UserRanking.TieGroup group, int k) {
    double miss = 1;
    int misses = group.size() - group.relevant();
    for (int drawn = 0; drawn < Math.min(group.size(), k - group.start()); drawn++) {
      miss *= (double) Math.max(0, misses - drawn) / (group.size() - drawn);
    }
    return 1 - miss;
  }
}
