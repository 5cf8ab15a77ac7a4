package org.recsys4j.eval.metric;

import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricFactory;
import org.recsys4j.api.UserRanking;

/**
 * Precision@K = hits / K, from 0 to min(R, K) / K.
 *
 * <p>A list shorter than K is padded with misses. Among equal scores: expected hits over K.
 *
 * <p>C. D. Manning, P. Raghavan, H. Schütze, <i>Introduction to Information Retrieval</i>, section
 * 8.3, Cambridge University Press 2008. Equals {@code P_K} of trec_eval.
 */
public final class Precision implements MetricFactory<Cutoff> {
  /** Makes Precision@K. */
  public Precision() {}

  @Override
  public Class<Cutoff> optionsType() {
    return Cutoff.class;
  }

  @Override
  public String summary() {
    return "share of the first K places that hold a relevant item";
  }

  @Override
  public String reference() {
    return "Manning, Raghavan, Schuetze: Introduction to Information Retrieval, chapter 8, Cambridge University Press 2008";
  }

  @Override
  public Metric create(Cutoff options) {
    int k = options.k();
    return Metric.perUser(options.label("Precision"), k, true, ranking -> Precision.of(ranking, k));
  }

  private static double of(UserRanking ranking, int k) {
    return ranking.expectedHits(k) / k;
  }
}
