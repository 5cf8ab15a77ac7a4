package org.recsys4j.eval.metric;

import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricFactory;
import org.recsys4j.api.UserRanking;

/**
 * Recall@K = hits / R, from 0 to 1.
 *
 * <p>R counts all relevant items of the user, so a user with more than K of them cannot reach 1;
 * some frameworks divide by min(R, K) under the same name. Among equal scores: expected hits over
 * R.
 *
 * <p>C. D. Manning, P. Raghavan, H. Schütze, <i>Introduction to Information Retrieval</i>, section
 * 8.3, Cambridge University Press 2008. Equals {@code recall_K} of trec_eval.
 */
public final class Recall implements MetricFactory<Cutoff> {
  /** Makes Recall@K. */
  public Recall() {}

  @Override
  public Class<Cutoff> optionsType() {
    return Cutoff.class;
  }

  @Override
  public String summary() {
    return "share of a user's relevant items that stand in the first K places";
  }

  @Override
  public String reference() {
    return "Manning, Raghavan, Schuetze: Introduction to Information Retrieval, chapter 8, Cambridge University Press 2008";
  }

  @Override
  public Metric create(Cutoff options) {
    int k = options.k();
    return Metric.perUser(options.label("Recall"), k, true, ranking -> Recall.of(ranking, k));
  }

  private static double of(UserRanking ranking, int k) {
    return ranking.expectedHits(k) / ranking.relevantCount();
  }
}
