package org.recsys4j.eval.protocol;

import java.util.Locale;

/**
 * What became of the held-out pairs of a user and an item. Repeated events count once; users who
 * are removed because they are cold do not count.
 *
 * @param relevant pairs that metrics look for
 * @param cold how many of these have an item without training event, which no model knows from
 *     events: where cold items rank last, they are all but out of reach
 * @param seen pairs left out because the mask takes the item out: the user had it before
 * @param removed pairs left out because the item is no candidate
 */
public record PairCounts(int relevant, int cold, int seen, int removed) {
  /**
   * The counts in one line.
   *
   * @return a text without a full stop
   */
  public String summary() {
    return String.format(
        Locale.ROOT,
        "%d held-out pairs of user and item (%d with an item without training event); left out:"
            + " %d seen before, %d with no candidate",
        relevant,
        cold,
        seen,
        removed);
  }
}
