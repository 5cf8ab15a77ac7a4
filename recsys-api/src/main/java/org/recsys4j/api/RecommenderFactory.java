package org.recsys4j.api;

import java.io.IOException;
import org.recsys4j.api.store.ModelReader;

/**
 * A kind of model: fits recommenders to training data and loads them back.
 *
 * <p>Factories, not models, are bound by name, because one experiment may use one kind of model
 * several times with different options. Test data cannot reach {@link #fit}: no argument carries
 * it.
 *
 * @param <O> the hyper-parameters
 */
public interface RecommenderFactory<O extends Record> extends Configurable<O> {
  /**
   * Fits a model.
   *
   * <p>The result depends on the training data, the options and the seed alone: it is the same, bit
   * for bit, for any number of threads. Interactions may name a pair of user and item more than
   * once; users and items of the catalogue may have no interaction at all.
   *
   * @param train what to learn from
   * @param options hyper-parameters
   * @param context seed, threads, validation and listeners
   * @return a fitted, immutable model
   * @throws TrainingDivergedException if the loss or a parameter stops being a finite number
   */
  Recommender fit(TrainingData train, O options, FitContext context);

  /**
   * Loads a model that {@link Recommender#save} wrote. Its scores equal those of the saved one.
   *
   * @param in the saved arrays and texts
   * @return the model
   * @throws IOException if an entry is missing, damaged or of another shape than it should be
   */
  Recommender load(ModelReader in) throws IOException;
}
