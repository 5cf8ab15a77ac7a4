package org.recsys4j.eval.metric;

import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricFactory;

/**
 * nDCG@K = DCG / IDCG, from 0 to 1, where DCG = sum over p up to K of rel(p) / log2(p + 1), and
 * IDCG is the same sum over the best possible list: 1 / log2(p + 1) for p up to min(R, K).
 *
 * <p>The ideal looks at all relevant items of the user, found or not, and is not cut to the length
 * of the list. Ranks 1 and 2 have different weights, 1 and 0.63. Exponential and linear gains,
 * which only matter for graded relevance, have other names: {@link NdcgExp}, {@link NdcgLinear}.
 * Among equal scores: each place of a group with s items, r of them relevant, gains r / s.
 *
 * <p>K. Järvelin, J. Kekäläinen, "Cumulated gain-based evaluation of IR techniques", ACM TOIS
 * 20(4), 2002; with the discount log2(p + 1) of C. Burges et al., "Learning to rank using gradient
 * descent", ICML 2005. Equals {@code ndcg_cut_K} of trec_eval.
 */
public final class Ndcg implements MetricFactory<Cutoff> {
  /** Makes nDCG@K. */
  public Ndcg() {}

  @Override
  public Class<Cutoff> optionsType() {
    return Cutoff.class;
  }

  @Override
  public String summary() {
    return "gain of relevant items in the first K places, discounted by log2(rank + 1), over the"
        + " best possible";
  }

  @Override
  public String reference() {
    return "Jarvelin, Kekalainen: Cumulated gain-based evaluation of IR techniques, TOIS 20(4), 2002";
  }

  @Override
  public Metric create(Cutoff options) {
    int k = options.k();
    double[] discounts = Places.discounts(k);
    double[] ideals = new double[k + 1]; // by number of relevant items, summed in the same order
    for (int place = 0; place < k; place++) {
      ideals[place + 1] = ideals[place] + discounts[place];
    }
    return Metric.perUser(
        options.label("nDCG"),
        k,
        true,
        ranking -> Places.sum(ranking, discounts) / ideals[Math.min(ranking.relevantCount(), k)]);
  }
}
