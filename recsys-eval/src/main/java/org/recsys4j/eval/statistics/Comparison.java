package org.recsys4j.eval.statistics;

import java.util.List;
import java.util.Optional;

/**
 * What users say of the models of a run, for every metric that is a number for each user.
 *
 * @param draws how many resamples intervals and randomisation tests rest on
 * @param seed where the randomness of the resamples begins
 * @param level confidence level of the intervals: 0.95
 * @param significance below which corrected p values are marked: 0.05
 * @param chosenByData whether the reference of each metric is the model that came out best, and not
 *     one that was named before. The best of many is in part the luckiest, so tests against it find
 *     a little too much; name a baseline where that matters, or look at the pairs.
 * @param metrics one a metric; those that only lists together have, such as coverage, are not there
 */
public record Comparison(
    int draws,
    long seed,
    double level,
    double significance,
    boolean chosenByData,
    List<MetricComparison> metrics) {
  /** Copies the list. */
  public Comparison {
    metrics = List.copyOf(metrics);
  }

  /**
   * One metric.
   *
   * @param key such as {@code ndcg@10}
   * @return its comparison, empty if users have no numbers of it
   */
  public Optional<MetricComparison> metric(String key) {
    return metrics.stream().filter(it -> it.key().equals(key)).findFirst();
  }

  /**
   * Whether any two models were compared.
   *
   * @return false for a single model
   */
  public boolean comparesModels() {
    return metrics.stream().anyMatch(it -> !it.comparisons().isEmpty());
  }
}
