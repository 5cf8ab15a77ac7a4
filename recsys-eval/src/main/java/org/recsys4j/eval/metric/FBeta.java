package org.recsys4j.eval.metric;

import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricFactory;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Range;

/**
 * Fβ@K = (1 + β²) P R' / (β² P + R') with P = Precision@K and R' = Recall@K, from 0 to 1: recall
 * counts β times as much as precision. The label carries β: F0.5@10, F2@10. β = 1 is {@link F1}.
 *
 * <p>In hits this is (1 + β²) hits / (K + β² R), 0 where there is no hit. It is the mean of the
 * users' numbers. Among equal scores: with expected hits, in which it is linear.
 *
 * <p>C. J. van Rijsbergen, <i>Information Retrieval</i>, 2nd edition, chapter 7, Butterworths 1979.
 */
public final class FBeta implements MetricFactory<FBeta.Options> {
  /** Makes F-beta@K. */
  public FBeta() {}

  /**
   * The parameters.
   *
   * @param k how many of the first places count
   * @param beta how many times as much as precision recall counts
   */
  public record Options(
      @Range(min = 1, max = 1_000_000) int k, @Range(min = 0.01, max = 100) double beta) {
    /** Checks the ranges. */
    public Options {
      Check.components(Options.class, k, beta);
    }
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "weighted harmonic mean of precision and recall of the first K places";
  }

  @Override
  public String reference() {
    return "van Rijsbergen: Information Retrieval, 2nd edition, Butterworths 1979";
  }

  @Override
  public Metric create(Options options) {
    double square = options.beta() * options.beta();
    int k = options.k();
    return Metric.perUser(
        "F" + Labels.number(options.beta()) + "@" + k,
        k,
        true,
        ranking -> (1 + square) * ranking.expectedHits(k) / (k + square * ranking.relevantCount()));
  }
}
