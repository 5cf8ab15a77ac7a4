package org.recsys4j.eval.tuning;

import java.util.Optional;

/** Says which trial of one model works next, and for how long. For one thread. */
public interface Scheduler {
  /** As many epochs as the model wants. */
  int TO_THE_END = Integer.MAX_VALUE;

  /**
   * A piece of work.
   *
   * @param trial number of the trial, from 1
   * @param epochs until how many epochs it goes on; it may end before
   */
  record Job(int trial, int epochs) {}

  /**
   * The next piece of work, by what was reported so far.
   *
   * @param newTrial number of the trial that may begin, 0 if none may
   * @return work for that trial or an earlier one; empty if there is none before more is reported
   */
  Optional<Job> next(int newTrial);

  /**
   * Takes in how a trial stands.
   *
   * @param trial after a piece of work
   */
  void report(Trial trial);
}
