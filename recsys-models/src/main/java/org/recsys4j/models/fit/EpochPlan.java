package org.recsys4j.models.fit;

import java.util.Locale;

/**
 * How long to train.
 *
 * <p>Early stopping happens only where {@code patience} is positive and the experiment has a
 * validation part. Otherwise all epochs run and the last one is the result.
 *
 * @param epochs most passes over the training data, at least 1
 * @param patience how many measurements in a row may fail to beat the best one before training
 *     ends; 0 measures nothing and stops nothing
 * @param validateEvery epochs from one measurement to the next, at least 1; the last epoch is
 *     always measured
 */
public record EpochPlan(int epochs, int patience, int validateEvery) {
  /** Checks the ranges. */
  public EpochPlan {
    if (epochs < 1 || patience < 0 || validateEvery < 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "epochs %d (at least 1), patience %d (at least 0), validate every %d (at least 1)",
              epochs,
              patience,
              validateEvery));
    }
  }

  boolean measuresAfter(int epoch) {
    return epoch % validateEvery == 0 || epoch == epochs;
  }
}
