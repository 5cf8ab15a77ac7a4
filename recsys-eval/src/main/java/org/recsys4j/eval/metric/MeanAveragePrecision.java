package org.recsys4j.eval.metric;

import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricFactory;
import org.recsys4j.api.UserRanking;

/**
 * MAP@K, the mean over users of AP@K = (sum over p up to K of rel(p) x hits(p) / p) / min(R, K),
 * where hits(p) = rel(1) + ... + rel(p): from 0 to 1.
 *
 * <p>The divisor min(R, K) lets a user with more than K relevant items reach 1. {@code map_cut_K}
 * of trec_eval divides by R instead; the two agree where R is at most K.
 *
 * <p>Among equal scores: two places of one group with s items, r of them relevant, are both
 * relevant with probability r (r - 1) / (s (s - 1)). If h relevant items stand in the groups
 * before, the j-th place of the group (from 0) adds r / s x (h + 1 + j (r - 1) / (s - 1)) / p.
 *
 * <p>C. D. Manning, P. Raghavan, H. Schütze, <i>Introduction to Information Retrieval</i>, section
 * 8.4, Cambridge University Press 2008.
 */
public final class MeanAveragePrecision implements MetricFactory<Cutoff> {
  /** Makes MAP@K. */
  public MeanAveragePrecision() {}

  @Override
  public Class<Cutoff> optionsType() {
    return Cutoff.class;
  }

  @Override
  public String summary() {
    return "mean over the relevant items of the precision at their ranks, up to rank K";
  }

  @Override
  public String reference() {
    return "Manning, Raghavan, Schuetze: Introduction to Information Retrieval, chapter 8, Cambridge University Press 2008";
  }

  @Override
  public Metric create(Cutoff options) {
    int k = options.k();
    return Metric.perUser(
        options.label("MAP"), k, true, ranking -> MeanAveragePrecision.of(ranking, k));
  }

  private static double of(UserRanking ranking, int k) {
    double sum = 0;
    int before = 0;
    for (UserRanking.TieGroup group : ranking.relevantGroups()) {
      double gain = (double) group.relevant() / group.size();
      double others = (group.relevant() - 1) / Math.max(1.0, group.size() - 1);
      int end = Math.min(group.end(), k);
      for (int place = group.start(); place < end; place++) {
        sum += gain * (before + 1 + (place - group.start()) * others) / (place + 1);
      }
      before += group.relevant();
    }
    return sum / Math.min(ranking.relevantCount(), k);
  }
}
