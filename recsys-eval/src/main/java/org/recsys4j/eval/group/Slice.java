package org.recsys4j.eval.group;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.recsys4j.api.UserRanking;

/**
 * One group: some users, or some relevant pairs of user and item.
 *
 * @param by what the grouping is called: {@code activity}
 * @param name what the group is called: {@code 1 to 5}
 * @param ofUsers whether each user is in one group at most
 * @param part what of a ranking belongs to the group; empty where nothing does
 */
record Slice(
    String by, String name, boolean ofUsers, Function<UserRanking, Optional<UserRanking>> part) {
  /** Of a user and an item. */
  @FunctionalInterface
  interface PairPredicate {
    boolean test(int user, int item);
  }

  static Slice ofUsers(String by, String name, IntPredicate users) {
    return new Slice(
        by, name, true, ranking -> Optional.of(ranking).filter(it -> users.test(it.user())));
  }

  static Slice ofPairs(String by, String name, PairPredicate pairs) {
    return new Slice(by, name, false, it -> it.restrictedTo(item -> pairs.test(it.user(), item)));
  }
}
