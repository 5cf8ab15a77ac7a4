package org.recsys4j.models.fit;

import org.recsys4j.api.Recommender;
import org.recsys4j.api.TrainingDivergedException;

/**
 * A model while it is trained, as {@link EpochLoop} sees it. All methods are called from one
 * thread, in turn.
 */
public interface Trainable {
  /**
   * Goes through the training data once.
   *
   * @param meter tells the number of the epoch, and takes the loss of every batch
   * @throws TrainingDivergedException if the meter is given a loss that is not finite
   */
  void train(EpochMeter meter);

  /**
   * The model as it is now, for a measurement. It may share its parameters with the training, since
   * it is not used after the next call of {@link #train}.
   *
   * @return a model that can score
   */
  Recommender snapshot();

  /** Copies the parameters aside, in place of those that were kept before. */
  void keep();

  /** Puts the parameters back that were kept last. */
  void restore();

  /**
   * Whether training can go on.
   *
   * @return false if a parameter is NaN or infinite
   */
  boolean finite();
}
