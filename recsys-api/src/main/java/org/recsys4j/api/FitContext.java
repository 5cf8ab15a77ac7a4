package org.recsys4j.api;

import java.util.Optional;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.random.SeedTree;
import org.recsys4j.api.store.Checkpoints;

/**
 * The circumstances under which a model is fitted. Only {@code seeds} and {@code validation} may
 * influence the result; with {@code checkpoints} of an earlier process a training goes on where
 * that one ended, and comes to the same result as one that nothing interrupted.
 *
 * @param label the model's label in the experiment, for messages
 * @param seeds where all randomness comes from
 * @param workers threads to compute on
 * @param validation measures snapshots for early stopping; empty where the split has no validation
 *     part, and then there is no early stopping
 * @param progress where long work shows how far it is
 * @param epochs told after every epoch and batch of an iterative model, from the training thread
 * @param checkpoints where an iterative model leaves its state after every epoch, and looks for
 *     that of an earlier process before the first one
 */
public record FitContext(
    String label,
    SeedTree seeds,
    Workers workers,
    Optional<Validation> validation,
    Progress progress,
    TrainingListener epochs,
    Checkpoints checkpoints) {

  /**
   * A context without checkpoints.
   *
   * @param label the model's label in the experiment, for messages
   * @param seeds where all randomness comes from
   * @param workers threads to compute on
   * @param validation measures snapshots for early stopping
   * @param progress where long work shows how far it is
   * @param epochs told after every epoch of an iterative model
   */
  public FitContext(
      String label,
      SeedTree seeds,
      Workers workers,
      Optional<Validation> validation,
      Progress progress,
      TrainingListener epochs) {
    this(label, seeds, workers, validation, progress, epochs, Checkpoints.NONE);
  }

  /**
   * A context for use without an experiment: no validation, no listeners, no checkpoints.
   *
   * @param seed where all randomness comes from
   * @param workers threads to compute on
   * @return the context
   */
  public static FitContext of(long seed, Workers workers) {
    return new FitContext(
        "model",
        new SeedTree(seed),
        workers,
        Optional.empty(),
        Progress.SILENT,
        TrainingListener.NONE);
  }

  /**
   * The same with a validation.
   *
   * @param measure measures snapshots
   * @return a new context
   */
  public FitContext withValidation(Validation measure) {
    return new FitContext(
        label, seeds, workers, Optional.of(measure), progress, epochs, checkpoints);
  }

  /**
   * The same with checkpoints.
   *
   * @param kept where the training leaves its state
   * @return a new context
   */
  public FitContext withCheckpoints(Checkpoints kept) {
    return new FitContext(label, seeds, workers, validation, progress, epochs, kept);
  }

  /**
   * A context for one training of several that make a model, such as a pre-training: with seeds and
   * checkpoints of its own, so that neither disturbs the others, and without a report of its
   * epochs, which are not those of the model.
   *
   * @param name which training; letters, digits and dashes
   * @return a new context
   */
  public FitContext part(String name) {
    return new FitContext(
        label,
        seeds.child(name),
        workers,
        validation,
        progress,
        TrainingListener.NONE,
        checkpoints.part(name));
  }
}
