package org.recsys4j.api;

/**
 * Measures a snapshot of a model in training on the validation part, for early stopping. The
 * experiment supplies it; a model neither sees the events behind the number nor which metric it is.
 */
public interface Validation {
  /**
   * What is measured.
   *
   * @return the label of a metric, {@code "MRR@10"}
   */
  String label();

  /**
   * Which direction is better.
   *
   * @return whether a larger number is the better one
   */
  boolean higherIsBetter();

  /**
   * Measures a model. Called from the thread that trains, between epochs.
   *
   * @param snapshot the model as it is now; not kept after the call
   * @return the metric
   */
  double measure(Recommender snapshot);
}
