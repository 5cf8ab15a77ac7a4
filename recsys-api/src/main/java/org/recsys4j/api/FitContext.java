package org.recsys4j.api;

import java.util.Optional;
import java.util.function.Consumer;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.random.SeedTree;

/**
 * The circumstances under which a model is fitted. Only {@code seeds} and {@code validation} may
 * influence the result.
 *
 * @param label the model's label in the experiment, for messages
 * @param seeds where all randomness comes from
 * @param workers threads to compute on
 * @param validation measures snapshots for early stopping; empty where the split has no validation
 *     part, and then there is no early stopping
 * @param progress where long work shows how far it is
 * @param epochs told after every epoch of an iterative model, from the training thread
 */
public record FitContext(
    String label,
    SeedTree seeds,
    Workers workers,
    Optional<Validation> validation,
    Progress progress,
    Consumer<EpochReport> epochs) {

  /**
   * A context for use without an experiment: no validation, no listeners.
   *
   * @param seed where all randomness comes from
   * @param workers threads to compute on
   * @return the context
   */
  public static FitContext of(long seed, Workers workers) {
    return new FitContext(
        "model", new SeedTree(seed), workers, Optional.empty(), Progress.SILENT, report -> {});
  }

  /**
   * The same with a validation.
   *
   * @param measure measures snapshots
   * @return a new context
   */
  public FitContext withValidation(Validation measure) {
    return new FitContext(label, seeds, workers, Optional.of(measure), progress, epochs);
  }

  /**
   * The same for a model that is a part of another one and is fitted before it: with seeds of its
   * own, and without a record of its epochs, which are not those of the whole.
   *
   * @param part name of the part
   * @return a new context
   */
  public FitContext forPart(String part) {
    return new FitContext(
        label + ", " + part, seeds.child(part), workers, validation, progress, report -> {});
  }
}
