package org.recsys4j.eval.tuning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Asynchronous successive halving (Li, Jamieson, Rostamizadeh, Gonina, Ben-Tzur, Hardt, Recht and
 * Talwalkar, "A system for massively parallel hyperparameter tuning", MLSys 2020, algorithm 2).
 *
 * <p>Every trial gets some epochs, {@code min-epochs}. Of the trials that came to rung k, one in
 * {@code reduction}, the best ones, goes on to {@code min-epochs} times {@code reduction} to the
 * power of k + 1 epochs, and from the highest rung to the end. There are so many rungs that, of all
 * trials of the budget, at least one comes to its end. Work is given to the highest rung where a
 * trial may go on; where there is none, a new trial begins. A trial whose betters come later stays
 * where it is, and is taken up again from its checkpoint if it turns out to be among the best.
 *
 * <p>Each trial's value at a rung is the best measurement until then, at the first measured epoch
 * that reaches it. Trials of models without epochs, or without measurements between them, end at
 * once, and count at all rungs. The first trial, the defaults, is never stopped. Trials that failed
 * count at the rungs that they reached.
 *
 * <p>The paper decides whenever a worker is idle, so that the order in which trials end matters.
 * Here as many pieces of work as {@code tune.batch} says are decided upon at once, then done, by
 * however many threads, then reported in order: the algorithm with so many workers in step, and the
 * same result for any number of threads.
 */
public final class AshaScheduler implements Scheduler {
  private static final Comparator<Entry> BEST_FIRST =
      Comparator.comparingDouble(Entry::loss).thenComparingInt(Entry::trial);

  private final int reduction;
  private final boolean higherIsBetter;
  private final List<Rung> rungs = new ArrayList<>();

  /**
   * A scheduler.
   *
   * @param options the first rung, and how many trials leave one
   * @param trials how many trials there are at most
   * @param higherIsBetter which values of the metric are better
   */
  public AshaScheduler(Tune.Asha options, int trials, boolean higherIsBetter) {
    this.reduction = options.reduction();
    this.higherIsBetter = higherIsBetter;
    long epochs = options.minEpochs();
    for (long left = trials / reduction; left > 0; left /= reduction) {
      rungs.add(new Rung((int) Math.min(TO_THE_END - 1, epochs)));
      epochs *= reduction;
    }
  }

  /** A trial that came to a rung; smaller is better. */
  private record Entry(int trial, double loss) {}

  /** A number of epochs, and who came to it. */
  private static final class Rung {
    final int epochs;
    final List<Entry> entries = new ArrayList<>();
    final List<Integer> gone = new ArrayList<>();

    Rung(int epochs) {
      this.epochs = epochs;
    }

    boolean has(int trial) {
      return entries.stream().anyMatch(it -> it.trial() == trial);
    }

    /** The best trial that may go on and has not. */
    Optional<Integer> promotable(int reduction) {
      return entries.stream()
          .sorted(BEST_FIRST)
          .limit(entries.size() / reduction)
          .map(Entry::trial)
          .filter(it -> !gone.contains(it))
          .findFirst();
    }
  }

  /**
   * The epochs of the rungs.
   *
   * @return in ascending order; none where the trials are too few to stop any
   */
  public List<Integer> rungs() {
    return rungs.stream().map(it -> it.epochs).toList();
  }

  @Override
  public Optional<Job> next(int newTrial) {
    for (int k = rungs.size() - 1; k >= 0; k--) {
      Rung rung = rungs.get(k);
      Optional<Integer> trial = rung.promotable(reduction);
      if (trial.isPresent()) {
        rung.gone.add(trial.get());
        return Optional.of(new Job(trial.get(), target(k + 1)));
      }
    }
    // The defaults are there to be compared with, and therefore come to their end.
    return newTrial > 0
        ? Optional.of(new Job(newTrial, newTrial == 1 ? TO_THE_END : target(0)))
        : Optional.empty();
  }

  private int target(int rung) {
    return rung < rungs.size() ? rungs.get(rung).epochs : TO_THE_END;
  }

  @Override
  public void report(Trial trial) {
    for (Rung rung : rungs) {
      if (!rung.has(trial.number()) && trial.reached(rung.epochs)) {
        double value = trial.valueAt(rung.epochs, higherIsBetter);
        rung.entries.add(new Entry(trial.number(), higherIsBetter ? -value : value));
      }
      if (trial.status().isOver()) {
        rung.gone.add(trial.number());
      }
    }
  }
}
