package org.recsys4j.eval.tuning;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.recsys4j.api.FitContext;
import org.recsys4j.api.Progress;
import org.recsys4j.api.Recommender;
import org.recsys4j.api.RecommenderFactory;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.eval.experiment.ExperimentConfig;
import org.recsys4j.eval.experiment.TrialBench;

/**
 * Works on the trials of one model: fits it, until enough epochs are behind or to its end, and
 * measures it. A model is fitted with the seeds that it has in a run, so that a run with the same
 * options comes to the same model. For many threads.
 */
final class TrialWork {
  private final ExperimentConfig experiment;
  private final String label;
  private final TrialBench bench;
  private final Objective objective;
  private final TrialFiles files;

  TrialWork(
      ExperimentConfig experiment,
      String label,
      TrialBench bench,
      Objective objective,
      TrialFiles files) {
    this.experiment = experiment;
    this.label = label;
    this.bench = bench;
    this.objective = objective;
    this.files = files;
  }

  /** Does a piece of work, unless it has been done by a process before this one. */
  Trial work(Proposal proposal, Scheduler.Job job, Workers workers) {
    Optional<Trial> before = files.find(label, job.trial(), false);
    before.ifPresent(it -> files.requireSame(it, proposal.options()));
    if (before.filter(it -> covers(it, job)).isPresent()) {
      return before.get();
    }
    double seconds = before.map(Trial::seconds).orElse(0.0);
    TrialWatch watch = new TrialWatch(objective, label, workers, job.epochs(), seconds);
    Trial trial = attempt(new Attempt(proposal, watch, false), workers);
    files.save(trial);
    return trial;
  }

  private static boolean covers(Trial trial, Scheduler.Job job) {
    return trial.status().isOver() || trial.reached(job.epochs());
  }

  /**
   * Makes a trial that failed once more, to its end, unless that has been done by a process before
   * this one.
   */
  Trial again(Proposal proposal, Trial failed, Workers workers) {
    Optional<Trial> before = files.find(label, failed.number(), true);
    if (before.filter(it -> !it.mayPass()).isPresent()) {
      return before.get();
    }
    double seconds = before.orElse(failed).seconds();
    TrialWatch watch = new TrialWatch(objective, label, workers, Scheduler.TO_THE_END, seconds);
    Trial trial = attempt(new Attempt(proposal, watch, true), workers);
    files.save(trial);
    return trial;
  }

  /** What is being tried. */
  private record Attempt(Proposal proposal, TrialWatch watch, boolean again) {}

  private Trial attempt(Attempt attempt, Workers workers) {
    try {
      Recommender fitted = fit(attempt.proposal().model().plugin().plugin(), attempt, workers);
      double metric = objective.evaluate(label, fitted, workers).value(objective.metric().label());
      if (Double.isNaN(metric)) {
        return failed(attempt, new Trial.Failure(notANumber(), false));
      }
      return trial(attempt, Trial.Status.DONE, OptionalDouble.of(metric), Optional.empty());
    } catch (RuntimeException | Error e) {
      if (attempt.watch().isPaused()) {
        OptionalDouble best =
            Trial.best(attempt.watch().curve(), objective.metric().higherIsBetter());
        return trial(attempt, Trial.Status.PAUSED, best, Optional.empty());
      }
      String message = TrialBench.failure(label, e);
      return failed(attempt, new Trial.Failure(message, TrialBench.mayPass(e)));
    }
  }

  private String notANumber() {
    return String.format(
        Locale.ROOT, "%s of model \"%s\" is NaN", objective.metric().label(), label);
  }

  private Trial failed(Attempt attempt, Trial.Failure failure) {
    return trial(attempt, Trial.Status.FAILED, OptionalDouble.empty(), Optional.of(failure));
  }

  private Trial trial(
      Attempt attempt,
      Trial.Status status,
      OptionalDouble metric,
      Optional<Trial.Failure> failure) {
    Proposal proposal = attempt.proposal();
    TrialWatch watch = attempt.watch();
    return new Trial(
        label,
        proposal.number(),
        proposal.searched(),
        proposal.options(),
        status,
        metric,
        watch.curve(),
        watch.epochs(),
        watch.seconds(),
        failure,
        attempt.again());
  }

  private <O extends Record> Recommender fit(
      RecommenderFactory<O> factory, Attempt attempt, Workers workers) {
    Proposal proposal = attempt.proposal();
    TrialWatch watch = attempt.watch();
    String kept = files.checkpoints(label, proposal.number(), attempt.again());
    FitContext context =
        new FitContext(
            label,
            experiment.modelSeeds(label),
            workers,
            objective.isForTraining() ? Optional.of(watch.validation()) : Optional.empty(),
            Progress.SILENT,
            watch,
            watch.checkpoints(bench.checkpoints(kept)));
    return factory.fit(
        bench.training(), factory.optionsType().cast(proposal.model().plugin().options()), context);
  }
}
