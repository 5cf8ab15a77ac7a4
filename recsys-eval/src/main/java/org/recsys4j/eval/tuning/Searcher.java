package org.recsys4j.eval.tuning;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Proposes points of a space for one model. What it proposes follows from its arguments and from
 * what it proposed before, so that the same seed gives the same search. For one thread.
 */
public interface Searcher {
  /**
   * Proposes a point. It need not be a new one: whoever asks knows which trials there are, and asks
   * again.
   *
   * @param seen the trials that are over or under way, in the order of their numbers
   * @param random where randomness comes from
   * @param attempt how many points for this trial were turned down before: repetitions of earlier
   *     trials, and combinations that the model refuses
   * @return a point, empty if there are no more
   */
  Optional<Point> propose(List<Observation> seen, SplittableRandom random, int attempt);

  /**
   * Whether proposals depend on what is seen. Those that do not can all be made at once.
   *
   * @return whether the searcher learns
   */
  boolean learns();
}
