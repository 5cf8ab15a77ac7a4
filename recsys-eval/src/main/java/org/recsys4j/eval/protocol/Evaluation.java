package org.recsys4j.eval.protocol;

import java.util.List;
import java.util.Locale;

/**
 * What an evaluation of one model came to.
 *
 * @param model label of the model
 * @param protocol who was ranked against what; its rows are those of per-user numbers
 * @param results one a metric, in the order in which the metrics were given
 */
public record Evaluation(String model, Protocol protocol, List<MetricResult> results) {
  /** Copies the list. */
  public Evaluation {
    results = List.copyOf(results);
  }

  /**
   * One result.
   *
   * @param label label of a metric
   * @return its result
   * @throws IllegalArgumentException if no metric has this label
   */
  public MetricResult result(String label) {
    for (MetricResult result : results) {
      if (result.label().equals(label)) {
        return result;
      }
    }
    throw new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "no metric \"%s\" was measured, only %s",
            label,
            results.stream().map(MetricResult::label).toList()));
  }

  /**
   * The number of a metric over all users.
   *
   * @param label label of a metric
   * @return its value
   * @throws IllegalArgumentException if no metric has this label
   */
  public double value(String label) {
    return result(label).value();
  }
}
