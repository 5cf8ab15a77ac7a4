package org.recsys4j.models.fit;

import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.random.SeedTree;
import org.recsys4j.models.sparse.SparseMatrix;

/**
 * Draws items uniformly from those that a user has no training event with.
 *
 * <p>Where a bit for every user and item takes no more than 32 MiB, any item is drawn and its bit
 * looked up, one access to memory; a few such tries are enough for most. Otherwise, and after those
 * tries, the exact way: the user's n distinct items are sorted, and of the {@code items - n} others
 * the one of rank r is r plus the number of own items before it, found by binary search. Either way
 * every negative is equally likely to within 2^-32, and a draw depends on its key alone, so that
 * any thread may make it. Immutable; holds the bits and the matrix.
 */
public final class UniformNegatives implements NegativeSampler {
  private static final long MOST_BITS = 1L << 28;
  private static final int TRIES = 8;

  private final int items;
  private final int[] starts;
  private final int[] owned; // each user's distinct items in ascending order
  private final long[] bits; // whether user u has item i at bit u * items + i; may be empty

  /**
   * A sampler for the users and items of some events.
   *
   * @param train the training events
   */
  public UniformNegatives(Interactions train) {
    this(SparseMatrix.of(train));
  }

  /**
   * A sampler.
   *
   * @param train which user had which item
   */
  public UniformNegatives(SparseMatrix train) {
    items = train.columns();
    starts = train.starts();
    owned = train.columnOf();
    long cells = (long) train.rows() * items;
    bits = new long[cells <= MOST_BITS ? (int) ((cells + 63) >>> 6) : 0];
    for (int user = 0; bits.length > 0 && user < train.rows(); user++) {
      for (int i = starts[user]; i < starts[user + 1]; i++) {
        int bit = user * items + owned[i];
        bits[bit >>> 6] |= 1L << bit;
      }
    }
  }

  /**
   * Draws one item.
   *
   * @param user a user index
   * @param key any number; equal keys give equal draws, so derive it from seed, epoch and position
   * @return an item index, or {@link #NONE}
   * @throws IndexOutOfBoundsException if there is no such user
   */
  public int draw(int user, long key) {
    long random = SeedTree.mix(key);
    if (bits.length > 0) {
      for (int i = 0; i < TRIES; i++) {
        int item = (int) (((random >>> 32) * items) >>> 32);
        int bit = user * items + item;
        if (((bits[bit >>> 6] >>> bit) & 1) == 0) {
          return item;
        }
        random = SeedTree.mix(random);
      }
    }
    return byRank(user, random);
  }

  /** The same; batches do not count. */
  @Override
  public int draw(int user, long key, BatchRange batch) {
    return draw(user, key);
  }

  private int byRank(int user, long random) {
    int from = starts[user];
    int count = starts[user + 1] - from;
    int choices = items - count;
    if (choices == 0) {
      return NONE;
    }
    int rank = (int) (((random >>> 32) * choices) >>> 32);
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
    if (bits.length > 0) {
      int bit = user * items + item;
      return ((bits[bit >>> 6] >>> bit) & 1) != 0;
    }
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
