package org.recsys4j.api;

import java.util.function.Consumer;

/**
 * Hears how the training of an iterative model goes, from the training thread: a lambda hears of
 * epochs alone. What it throws ends the training.
 */
@FunctionalInterface
public interface TrainingListener extends Consumer<EpochReport> {
  /** Hears nothing. */
  TrainingListener NONE = report -> {};

  /**
   * An epoch is over.
   *
   * @param report how it went
   */
  @Override
  void accept(EpochReport report);

  /**
   * A batch is over: a step was taken, or is about to be.
   *
   * @param epoch number of the epoch, from 1
   * @param batch number of the batch in it, from 1
   * @param loss mean over the batch
   * @param examples terms of the loss in the batch
   */
  default void batch(int epoch, int batch, double loss, long examples) {}
}
