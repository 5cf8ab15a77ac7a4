package org.recsys4j.eval.protocol;

import org.recsys4j.api.RankedItems;

/**
 * Takes the lists that an evaluation produces, so that they can be written while it runs and need
 * not be kept.
 */
@FunctionalInterface
public interface RankedListSink {
  /**
   * The list of the next user. Called in the order of the protocol's users, from the thread that
   * called the evaluator.
   *
   * @param user a user index
   * @param list the best candidates, as many as the deepest metric looks at, or all if there are
   *     fewer; a cold item that ranks last has the score {@code -Float.MAX_VALUE}
   */
  void accept(int user, RankedItems list);
}
