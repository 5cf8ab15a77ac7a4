package org.recsys4j.eval.tuning;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.recsys4j.eval.experiment.ExperimentConfig;

/**
 * What the search for one model came to.
 *
 * @param label the model's label
 * @param budget what its trials were allowed to cost
 * @param trials all trials, in the order of their numbers; one that was made again in the place of
 *     the one that failed
 * @param chosen the trial whose options the run has: the best one of those that came to their end,
 *     of equal ones the first; one that was stopped only if none did; empty if all failed
 * @param model the model with the options of the chosen trial
 */
public record ModelTuning(
    String label,
    Tune.Budget budget,
    List<Trial> trials,
    Optional<Trial> chosen,
    Optional<ExperimentConfig.Model> model) {
  /** Copies the list. */
  public ModelTuning {
    trials = List.copyOf(trials);
  }

  /** The best trial of those that are done, or else of those that are not. */
  static Optional<Trial> best(List<Trial> trials, boolean higherIsBetter) {
    Comparator<Trial> order =
        Comparator.comparingDouble(it -> (higherIsBetter ? -1 : 1) * it.metric().orElseThrow());
    Comparator<Trial> bestFirst = order.thenComparingInt(Trial::number);
    Predicate<Trial> done = it -> it.status() == Trial.Status.DONE;
    return trials.stream()
        .filter(done.and(it -> it.metric().isPresent()))
        .min(bestFirst)
        .or(() -> trials.stream().filter(it -> it.metric().isPresent()).min(bestFirst));
  }

  /**
   * How many trials ended in a certain way.
   *
   * @param status how
   * @return their number
   */
  public long count(Trial.Status status) {
    return trials.stream().filter(it -> it.status() == status).count();
  }

  /**
   * How many trials failed for a reason that may pass, so that they are made again when the tuning
   * is gone on with.
   *
   * @return their number
   */
  public long mayPass() {
    return trials.stream().filter(Trial::mayPass).count();
  }

  /**
   * What was spent.
   *
   * @return seconds of all trials, added up
   */
  public double seconds() {
    return trials.stream().mapToDouble(Trial::seconds).sum();
  }

  /**
   * What was spent.
   *
   * @return epochs of all trials, added up
   */
  public long epochs() {
    return trials.stream().mapToLong(Trial::epochs).sum();
  }
}
