package org.recsys4j.eval.metric;

import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricFactory;

/**
 * DCG@K = sum over p up to K of rel(p) / log2(p + 1): nDCG@K before it is divided by its ideal.
 * From 0 to the sum of all K discounts (4.54 for K = 10).
 *
 * <p>It is no share: users with many relevant items weigh more than those with few. Prefer {@link
 * Ndcg} unless this is what is asked. Among equal scores: each place of a group with s items, r of
 * them relevant, gains r / s.
 *
 * <p>K. Järvelin, J. Kekäläinen, "Cumulated gain-based evaluation of IR techniques", ACM TOIS
 * 20(4), 2002; with the discount log2(p + 1) of C. Burges et al., ICML 2005.
 */
public final class Dcg implements MetricFactory<Cutoff> {
  /** Makes DCG@K. */
  public Dcg() {}

  @Override
  public Class<Cutoff> optionsType() {
    return Cutoff.class;
  }

  @Override
  public String summary() {
    return "gain of relevant items in the first K places, discounted by log2(rank + 1)";
  }

  @Override
  public String reference() {
    return "Jarvelin, Kekalainen: Cumulated gain-based evaluation of IR techniques, TOIS 20(4), 2002";
  }

  @Override
  public Metric create(Cutoff options) {
    double[] discounts = Places.discounts(options.k());
    return Metric.perUser(
        options.label("DCG"), options.k(), true, ranking -> Places.sum(ranking, discounts));
  }
}
