package org.recsys4j.api;

/**
 * What a metric has counted so far. One accumulator is filled by one thread, for one block of
 * users; blocks are then merged in the order of their users, so the result does not depend on the
 * number of threads.
 */
public interface Accumulator {
  /**
   * Counts one evaluated user.
   *
   * @param ranking the user's list and what is relevant in it
   * @return the number of this user, where {@link #result} is the mean of users' numbers; NaN where
   *     it is not, as in catalogue coverage, and for a user whom the mean leaves out
   */
  double add(UserRanking ranking);

  /**
   * Takes in what another accumulator of the same metric has counted, as if its users came after
   * those of this one.
   *
   * @param other filled by users that follow; not used afterwards
   */
  void merge(Accumulator other);

  /**
   * The metric over all users that were counted.
   *
   * @return a number, or NaN where no user was counted
   */
  double result();
}
