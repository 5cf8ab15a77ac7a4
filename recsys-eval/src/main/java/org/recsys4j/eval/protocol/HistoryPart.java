package org.recsys4j.eval.protocol;

/**
 * Which events a model is given as the user's history when it scores for the test part. Fold-in
 * events are always among them.
 */
public enum HistoryPart {
  /** The training events, which the model was fitted on. */
  TRAIN,
  /**
   * Training and validation events. Models that score from the history then know more recent events
   * than models that learn a vector for each user in training.
   */
  TRAIN_AND_VALIDATION
}
