package org.recsys4j.models.fit;

import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.random.SeedTree;

/**
 * Draws items uniformly from those that a user has no training event with.
 *
 * <p>The user's n distinct items are kept sorted. Of the {@code items - n} others, the one of rank
 * r is r plus the number of own items before it, found by binary search: one random number a draw,
 * never a second try, and every negative equally likely to within 2^-32. A draw depends on its key
 * alone, so that any thread may make it. Immutable; holds 4 bytes a training event and 4 a user.
 */
public final class UniformNegatives {
  /** The answer for a user who has had every item. */
  public static final int NONE = -1;

  private final int items;
  private final int[] starts;
  private final int[] owned; // each user's distinct items in ascending order

  /**
   * A sampler.
   *
   * @param train the training events
   */
  public UniformNegatives(Interactions train) {
    items = train.items();
    starts = new int[train.users() + 1];
    int[] rows = new int[train.size()];
    int next = 0;
    for (int user = 0; user < train.users(); user++) {
      int[] distinct = train.distinctItems(user);
      System.arraycopy(distinct, 0, rows, next, distinct.length);
      next += distinct.length;
      starts[user + 1] = next;
    }
    owned = rows;
  }

  /**
   * Draws one item.
   *
   * @param user a user index
   * @param key any number; equal keys give equal draws, so derive it from seed, epoch and position
   * @return an item index, or {@link #NONE}
   */
  public int draw(int user, long key) {
    int from = starts[user];
    int count = starts[user + 1] - from;
    int choices = items - count;
    if (choices == 0) {
      return NONE;
    }
    int rank = (int) (((SeedTree.mix(key) >>> 32) * choices) >>> 32);
    int low = 0;
    int high = count;
    while (low < high) { // the first own item with at least rank + 1 other items before it
      int middle = (low + high) >>> 1;
      if (owned[from + middle] - middle <= rank) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return rank + low;
  }

  /**
   * Whether a user has a training event with an item.
   *
   * @param user a user index
   * @param item an item index
   * @return whether the item is never drawn for this user
   */
  public boolean isPositive(int user, int item) {
    int low = starts[user];
    int high = starts[user + 1];
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (owned[middle] < item) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < starts[user + 1] && owned[low] == item;
  }
}
