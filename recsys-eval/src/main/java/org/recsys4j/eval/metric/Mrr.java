package org.recsys4j.eval.metric;

import java.util.List;
import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricFactory;
import org.recsys4j.api.UserRanking;

/**
 * MRR@K = 1 / p, where p is the rank of the first relevant item, and 0 if p is above K: from 0 to
 * 1.
 *
 * <p>Among equal scores: the first group with a relevant item decides. If it begins behind b places
 * and has s items, r of them relevant, then its first relevant item is its j-th (from 0) with
 * probability C(s - 1 - j, r - 1) / C(s, r), and the expected value is the sum of these
 * probabilities over b + j + 1, for ranks up to K.
 *
 * <p>E. M. Voorhees, "The TREC-8 question answering track report", TREC 1999. Equals {@code
 * recip_rank} of trec_eval on lists cut at K.
 */
public final class Mrr implements MetricFactory<Cutoff> {
  /** Makes MRR@K. */
  public Mrr() {}

  @Override
  public Class<Cutoff> optionsType() {
    return Cutoff.class;
  }

  @Override
  public String summary() {
    return "reciprocal rank of the first relevant item, 0 if it stands below rank K";
  }

  @Override
  public String reference() {
    return "Voorhees: The TREC-8 question answering track report, TREC 1999";
  }

  @Override
  public Metric create(Cutoff options) {
    int k = options.k();
    return Metric.perUser(options.label("MRR"), k, true, ranking -> Mrr.of(ranking, k));
  }

  private static double of(UserRanking ranking, int k) {
    List<UserRanking.TieGroup> groups = ranking.relevantGroups();
    return groups.isEmpty() ? 0 : reciprocalRank(groups.get(0), k);
  }

  private static double reciprocalRank(UserRanking.TieGroup group, int k) {
    int misses = group.size() - group.relevant();
    double firstHere = (double) group.relevant() / group.size();
    double sum = 0;
    for (int j = 0; j <= misses && group.start() + j < k; j++) {
      sum += firstHere / (group.start() + j + 1);
      firstHere *= (double) (misses - j) / (group.size() - 1 - j);
    }
    return sum;
  }
}
