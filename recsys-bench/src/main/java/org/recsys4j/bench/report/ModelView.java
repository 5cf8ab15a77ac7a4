package org.recsys4j.bench.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run left of one model.
 *
 * @param label its label
 * @param model its kind
 * @param metrics the numbers by key, NaN where there is none
 * @param fitSeconds wall time of fitting
 * @param evaluateSeconds wall time of scoring and ranking
 * @param parameters how many numbers were learned
 * @param peakMemoryBytes peak memory of the process meanwhile
 * @param failure why there are no metrics, if there are none
 * @param epochs how training went
 * @param lists its lists, if it was evaluated
 */
record ModelView(
    String label,
    String model,
    Map<String, Double> metrics,
    double fitSeconds,
    double evaluateSeconds,
    long parameters,
    long peakMemoryBytes,
    Optional<String> failure,
    List<Epoch> epochs,
    Optional<ShownLists> lists) {
  private static final double BYTES_OF_MEBIBYTE = 1 << 20;

  ModelView {
    metrics = Map.copyOf(metrics);
    epochs = List.copyOf(epochs);
  }

  /**
   * An epoch of training.
   *
   * @param number from 1
   * @param loss mean loss of the epoch
   * @param validation the validation metric, NaN where it was not measured
   * @param seconds how long it took
   */
  record Epoch(int number, double loss, double validation, double seconds) {}

  double metric(String key) {
    return metrics.getOrDefault(key, Double.NaN);
  }

  double peakMebibytes() {
    return peakMemoryBytes / BYTES_OF_MEBIBYTE;
  }
}
