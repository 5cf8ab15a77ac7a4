package org.recsys4j.models.fit;

import java.io.IOException;
import org.recsys4j.api.Recommender;
import org.recsys4j.api.TrainingDivergedException;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;

/**
 * A model while it is trained, as {@link EpochLoop} sees it. All methods are called from one
 * thread, in turn.
 *
 * <p>So that a training can go on after a kill, an epoch may depend on nothing but the training
 * data, the options, the seeds, the number of the epoch and what {@link #save} writes. Samplers
 * therefore draw by the seeds and {@link EpochMeter#epoch()} alone, and what is shuffled begins
 * every epoch in the same order.
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
   * Writes everything that later epochs and {@link #restore} depend on: parameters, what was kept,
   * the moments and step counters of optimisers. Called between epochs.
   *
   * @param out takes named arrays
   * @throws IOException if writing fails
   */
  void save(ModelWriter out) throws IOException;

  /**
   * Takes back what {@link #save} wrote, before the first epoch of this process. The model was made
   * from the same data and options.
   *
   * @param in gives the arrays by name
   * @throws IOException if reading fails, or the arrays do not fit this model
   */
  void load(ModelReader in) throws IOException;

  /**
   * Whether training can go on.
   *
   * @return false if a parameter is NaN or infinite
   */
  boolean finite();
}
