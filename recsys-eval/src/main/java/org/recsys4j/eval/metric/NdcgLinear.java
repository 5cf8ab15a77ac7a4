package org.recsys4j.eval.metric;

import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricFactory;

/**
 * nDCG-linear@K: nDCG for graded relevance with linear gain. DCG / IDCG, from 0 to 1, where DCG =
 * sum over p up to K of gain(p) / log2(p + 1), gain(p) is the value itself for a relevant item
 * whose newest held-out event has this value, and 0 for other items; IDCG is the same sum over the
 * relevant items in the order of their values.
 *
 * <p>Values of 0 and below gain nothing; a user none of whose relevant items gains anything counts
 * 0, as in trec_eval. With values that are all 1 it equals {@link Ndcg}. Among equal scores, an
 * item gains the mean discount of the places of its group.
 *
 * <p>K. Järvelin, J. Kekäläinen, "Cumulated gain-based evaluation of IR techniques", ACM TOIS
 * 20(4), 2002. Equals {@code ndcg_cut_K} of trec_eval with graded judgements. Needs the values of
 * held-out events.
 */
public final class NdcgLinear implements MetricFactory<Cutoff> {
  /** Makes nDCG-linear@K. */
  public NdcgLinear() {}

  @Override
  public Class<Cutoff> optionsType() {
    return Cutoff.class;
  }

  @Override
  public String summary() {
    return "nDCG of graded relevance: the gain of an item is its value";
  }

  @Override
  public String reference() {
    return "Jarvelin, Kekalainen: Cumulated gain-based evaluation of IR techniques, TOIS 20(4), 2002";
  }

  @Override
  public Metric create(Cutoff options) {
    return GradedGain.metric(options.label("nDCG-linear"), options.k(), value -> value);
  }
}
