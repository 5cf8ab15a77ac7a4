package org.recsys4j.api;

import java.util.Arrays;
import java.util.Locale;
import org.recsys4j.api.data.ItemSet;
import org.recsys4j.api.data.UserHistory;

/**
 * A wish for recommendations.
 *
 * @param user a user index of the training data, or {@link UserBatch#NEW_USER}
 * @param history what the user did so far
 * @param n how many items are wanted, at least 1
 * @param candidates the items to choose from
 * @param excluded items never to recommend, although they may be candidates
 * @param tieSeed seed of the hash that orders equal scores
 */
public record Query(
    int user, UserHistory history, int n, ItemSet candidates, ItemSet excluded, long tieSeed) {
  /** Checks {@code n} and that both sets range over the same items. */
  public Query {
    if (n < 1) {
      throw new IllegalArgumentException("n is " + n + "; at least 1 item must be asked for");
    }
    if (candidates.universe() != excluded.universe()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "candidates out of %d items and exclusions out of %d",
              candidates.universe(),
              excluded.universe()));
    }
  }

  /**
   * The usual wish: n items out of all, none that the user already had.
   *
   * @param user a user index, or {@link UserBatch#NEW_USER}
   * @param history what the user did so far, left out of the result
   * @param items number of items of the model
   * @param n how many items are wanted
   * @return the query
   */
  public static Query unseen(int user, UserHistory history, int items, int n) {
    return new Query(user, history, n, ItemSet.all(items), ItemSet.of(items, history), 0);
  }

  /**
   * Overwrites the scores of items that must not be recommended with negative infinity, which
   * {@link org.recsys4j.api.rank.TopSelector} skips.
   *
   * @param scores one score an item
   */
  void mask(float[] scores) {
    if (scores.length != candidates.universe()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a query over %d items for a model of %d",
              candidates.universe(),
              scores.length));
    }
    if (candidates.size() == 0) {
      Arrays.fill(scores, Float.NEGATIVE_INFINITY);
    } else if (candidates.size() < scores.length) {
      for (int item = 0; item < scores.length; item++) {
        if (!candidates.contains(item)) {
          scores[item] = Float.NEGATIVE_INFINITY;
        }
      }
    }
    excluded.forEach(item -> scores[item] = Float.NEGATIVE_INFINITY);
  }
}
