package org.recsys4j.eval.tuning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.recsys4j.api.Progress;
import org.recsys4j.api.concurrent.Workers;

/**
 * The search for one model, in rounds: what may be done is decided upon, as far as the batch goes,
 * then done, on any number of threads, then reported in the order in which it was decided upon. So
 * the search is the same for any number of threads. A search that was interrupted is repeated, with
 * trials read from their files where they were made before; trials that had failed for want of
 * memory, say, have a second chance at its end.
 */
final class ModelTuner {
  private final Proposals proposals;
  private final Searcher searcher;
  private final Scheduler scheduler;
  private final Objective objective;
  private final Tune.Budget budget;
  private final int round;
  private final TrialWork work;
  private final TreeMap<Integer, Trial> trials = new TreeMap<>();
  private final TreeMap<Integer, Trial> reported = new TreeMap<>(); // by any thread, guarded
  private boolean exhausted;

  /** The parts of a search. */
  record Search(Proposals proposals, Searcher searcher, Scheduler scheduler) {}

  /**
   * A search.
   *
   * @param batch how many pieces of work are decided upon at once, where decisions depend on
   *     results
   */
  ModelTuner(Search search, Objective objective, Tune.Budget budget, int batch, TrialWork work) {
    this.proposals = search.proposals();
    this.searcher = search.searcher();
    this.scheduler = search.scheduler();
    this.objective = objective;
    this.budget = budget;
    boolean decided = !searcher.learns() && scheduler instanceof Completion && budget.trialsAlone();
    this.round = decided ? Integer.MAX_VALUE : batch;
    this.work = work;
  }

  /** Searches to the end of the budget, or of the space. */
  ModelTuning tune(
      String label, TrialPool pool, TrialFiles files, Progress progress, Consumer<String> notices) {
    try (Progress.Task task = progress.start("tune " + label, budget.trials(), "trials")) {
      for (List<Scheduler.Job> jobs = jobs(); !jobs.isEmpty(); jobs = jobs()) {
        List<Function<Workers, Trial>> tasks = new ArrayList<>();
        for (Scheduler.Job job : jobs) {
          tasks.add(workers -> trial(job, workers, task));
        }
        for (Trial trial : pool.run(tasks)) {
          trials.put(trial.number(), trial);
          scheduler.report(trial);
        }
      }
    }
    makeAgain(label, pool, files, notices);
    for (Trial trial : List.copyOf(trials.values())) {
      if (trial.status() == Trial.Status.PAUSED) {
        trials.put(trial.number(), trial.stopped());
        files.save(trial.stopped());
      }
    }
    List<Trial> all = List.copyOf(trials.values());
    Optional<Trial> chosen = ModelTuning.best(all, objective.metric().higherIsBetter());
    return new ModelTuning(
        label, budget, all, chosen, chosen.map(it -> proposals.get(it.number()).model()));
  }

  /**
   * Makes the trials again that failed in an earlier process for a reason that may pass: when the
   * search is over, since it has been decided by their failure, and one at a time, so that each has
   * all memory. Those that would fail alike stay as they are.
   */
  private void makeAgain(String label, TrialPool pool, TrialFiles files, Consumer<String> notices) {
    List<Trial> failed =
        trials.values().stream()
            .filter(it -> it.status() == Trial.Status.FAILED && files.isFound(it))
            .toList();
    List<Trial> again = failed.stream().filter(Trial::mayPass).toList();
    if (failed.size() > again.size()) {
      notices.accept(told(label, failed.size() - again.size(), "would fail alike: kept as failed"));
    }
    if (!again.isEmpty()) {
      notices.accept(told(label, again.size(), "may succeed now: made again"));
    }
    for (Trial trial : again) {
      if (!isSpent()) {
        Proposal proposal = proposals.get(trial.number());
        pool.run(List.of(workers -> work.again(proposal, trial, workers)))
            .forEach(it -> trials.put(it.number(), it));
      }
    }
  }

  private static String told(String label, int count, String what) {
    return String.format(
        Locale.ROOT,
        "%d %s of \"%s\" that failed before %s",
        count,
        count == 1 ? "trial" : "trials",
        label,
        what);
  }

  private Trial trial(Scheduler.Job job, Workers workers, Progress.Task task) {
    Trial now = work.work(proposals.get(job.trial()), job, workers);
    Trial then = now.asOf(job.epochs(), objective.metric().higherIsBetter());
    boolean isNew = !trials.containsKey(job.trial());
    task.advance(isNew ? 1 : 0);
    note(then).ifPresent(task::note);
    return then;
  }

  /** The best trial so far, those of a round that is not over among them. */
  private Optional<String> note(Trial latest) {
    List<Trial> known;
    synchronized (reported) {
      reported.put(latest.number(), latest);
      known = List.copyOf(reported.values());
    }
    return ModelTuning.best(known, objective.metric().higherIsBetter())
        .map(
            it ->
                String.format(
                    Locale.ROOT,
                    "best %s %.4f in trial %d",
                    objective.metric().label(),
                    it.metric().orElseThrow(),
                    it.number()));
  }

  /** What is to be done next, none if the search is over. */
  private List<Scheduler.Job> jobs() {
    List<Scheduler.Job> jobs = new ArrayList<>();
    if (isSpent()) {
      return jobs;
    }
    List<Observation> seen = observations();
    int begun = trials.size();
    while (jobs.size() < round) {
      int next = begun < budget.trials() && !exhausted ? begun + 1 : 0;
      Optional<Scheduler.Job> job = scheduler.next(next);
      if (job.isPresent() && job.get().trial() == next && !isProposed(next, seen)) {
        exhausted = true;
        job = scheduler.next(0);
      }
      if (job.isEmpty()) {
        break;
      }
      begun = Math.max(begun, job.get().trial());
      jobs.add(job.get());
    }
    return jobs;
  }

  private boolean isProposed(int trial, List<Observation> seen) {
    return trial <= proposals.size() || proposals.next(seen).isPresent();
  }

  private boolean isSpent() {
    double seconds = trials.values().stream().mapToDouble(Trial::seconds).sum();
    long epochs = trials.values().stream().mapToLong(Trial::epochs).sum();
    return budget.seconds().filter(it -> seconds >= it).isPresent()
        || budget.epochs().filter(it -> epochs >= it).isPresent();
  }

  private List<Observation> observations() {
    return trials.values().stream()
        .map(
            it ->
                new Observation(
                    proposals.get(it.number()).point(),
                    it.metric().isPresent()
                        ? objective.loss(it.metric().getAsDouble())
                        : Double.POSITIVE_INFINITY))
        .toList();
  }
}
