package org.recsys4j.eval.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What came out for one model.
 *
 * @param label what the experiment calls it
 * @param model the plug-in's name
 * @param folder name of its folder in the run directory
 * @param metrics the test metrics by key, in the order of the file; empty if the model failed
 * @param epochs how many epochs were trained, 0 for models without epochs
 * @param fitSeconds wall time of fitting, validation included; NaN where a list was evaluated that
 *     another tool produced
 * @param evaluateSeconds wall time of scoring and ranking all evaluated users, or NaN
 * @param parameters how many numbers were learned
 * @param peakMemoryBytes peak memory of the process meanwhile; the manifest names the measure
 * @param failure why there are no metrics, for the user; empty if there are
 */
public record ModelResult(
    String label,
    String model,
    String folder,
    Map<String, Double> metrics,
    int epochs,
    double fitSeconds,
    double evaluateSeconds,
    long parameters,
    long peakMemoryBytes,
    Optional<String> failure) {
  /** Copies the metrics, keeping their order. */
  public ModelResult {
    metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
  }

  /**
   * Whether the model has no metrics.
   *
   * @return whether it failed
   */
  public boolean failed() {
    return failure.isPresent();
  }
}
