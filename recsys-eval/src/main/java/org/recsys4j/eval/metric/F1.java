package org.recsys4j.eval.metric;

import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricFactory;
import org.recsys4j.api.UserRanking;

/**
 * F1@K = 2 P R' / (P + R') with P = Precision@K and R' = Recall@K, from 0 to 1.
 *
 * <p>With hits in numerator and denominator this is 2 hits / (K + R), which is 0 where there is no
 * hit. It is the mean of the users' F1, not the F1 of mean precision and mean recall. Among equal
 * scores: 2 expected hits / (K + R), since F1 is linear in hits.
 *
 * <p>C. J. van Rijsbergen, <i>Information Retrieval</i>, 2nd edition, chapter 7, Butterworths 1979.
 */
public final class F1 implements MetricFactory<Cutoff> {
  /** Makes F1@K. */
  public F1() {}

  @Override
  public Class<Cutoff> optionsType() {
    return Cutoff.class;
  }

  @Override
  public String summary() {
    return "harmonic mean of precision and recall of the first K places";
  }

  @Override
  public String reference() {
    return "van Rijsbergen: Information Retrieval, 2nd edition, Butterworths 1979";
  }

  @Override
  public Metric create(Cutoff options) {
    int k = options.k();
    return Metric.perUser(options.label("F1"), k, true, ranking -> F1.of(ranking, k));
  }

  private static double of(UserRanking ranking, int k) {
    return 2 * ranking.expectedHits(k) / ((double) k + ranking.relevantCount());
  }
}
