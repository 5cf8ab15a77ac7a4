package org.recsys4j.eval.metric.beyond;

import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricFactory;
import org.recsys4j.eval.metric.Cutoff;

/**
 * UserCoverage@K = the share of the evaluated users whose list has K items: from 0 to 1. Lists are
 * shorter where a user has fewer than K candidates.
 *
 * <p>G. Shani, A. Gunawardana, "Evaluating recommendation systems", Recommender Systems Handbook,
 * Springer 2011 (user space coverage).
 */
public final class UserCoverage implements MetricFactory<Cutoff> {
  /** Makes UserCoverage@K. */
  public UserCoverage() {}

  @Override
  public Class<Cutoff> optionsType() {
    return Cutoff.class;
  }

  @Override
  public String summary() {
    return "share of users who get a full list of K items";
  }

  @Override
  public String reference() {
    return "Shani, Gunawardana: Evaluating recommendation systems, Recommender Systems Handbook, Springer 2011";
  }

  @Override
  public Metric create(Cutoff options) {
    int k = options.k();
    return Metric.perUser(
        options.label("UserCoverage"), k, true, ranking -> ranking.size() >= k ? 1 : 0);
  }
}
