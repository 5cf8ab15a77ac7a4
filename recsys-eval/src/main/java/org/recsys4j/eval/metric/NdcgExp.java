package org.recsys4j.eval.metric;

import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricFactory;
import org.recsys4j.api.data.InvalidDataException;

/**
 * nDCG-exp@K: nDCG for graded relevance with exponential gain. DCG / IDCG, from 0 to 1, where DCG =
 * sum over p up to K of gain(p) / log2(p + 1), gain(p) is 2^value - 1 for a relevant item whose
 * newest held-out event has this value, and 0 for other items; IDCG is the same sum over the
 * relevant items in the order of their values.
 *
 * <p>Values of 0 and below gain nothing; a user none of whose relevant items gains anything counts
 * 0, as in trec_eval. With values that are all 1 it equals {@link Ndcg}. Among equal scores, an
 * item gains the mean discount of the places of its group.
 *
 * <p>C. Burges et al., "Learning to rank using gradient descent", ICML 2005. Needs the values of
 * held-out events.
 */
public final class NdcgExp implements MetricFactory<Cutoff> {
  /** Makes nDCG-exp@K. */
  public NdcgExp() {}

  @Override
  public Class<Cutoff> optionsType() {
    return Cutoff.class;
  }

  @Override
  public String summary() {
    return "nDCG of graded relevance: the gain of an item is 2^value - 1";
  }

  @Override
  public String reference() {
    return "Burges et al.: Learning to rank using gradient descent, ICML 2005";
  }

  @Override
  public Metric create(Cutoff options) {
    return GradedGain.metric(options.label("nDCG-exp"), options.k(), NdcgExp::gain);
  }

  private static double gain(double value) {
    double gain = StrictMath.pow(2, value) - 1;
    if (gain > Float.MAX_VALUE) {
      throw new InvalidDataException(
          "nDCG-exp: the gain of a held-out value of "
              + value
              + " is too large; scale values down");
    }
    return gain;
  }
}
