package org.recsys4j.eval.metric.unbiased;

import java.util.Optional;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Range;
import org.recsys4j.eval.metric.Labels;

/**
 * The options of estimates from a log.
 *
 * @param k how many of the first places the model's policy shows
 * @param column the column of events with the propensities
 * @param maxWeight the largest weight of an event, for less variance and more bias; any if empty
 */
public record LoggedOptions(
    @Range(min = 1, max = 1_000_000) int k,
    String column,
    @Range(min = 0, minExclusive = true) Optional<Double> maxWeight) {
  /** Checks the ranges. */
  public LoggedOptions {
    Check.components(LoggedOptions.class, k, column, maxWeight);
  }

  /** Such as {@code IPS@10} or {@code IPS(100)@10}. */
  String label(String name) {
    return name + maxWeight.map(it -> "(" + Labels.number(it) + ")").orElse("") + "@" + k;
  }
}
