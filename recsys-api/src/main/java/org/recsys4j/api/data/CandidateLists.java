package org.recsys4j.api.data;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.function.IntSupplier;
import java.util.function.IntUnaryOperator;

/**
 * For some users, the items that are ranked for each of them, where that is not all items: rows of
 * a compressed matrix. Immutable.
 *
 * <p>The list of user u stands at positions {@code start(u)} to {@code end(u) - 1}, in ascending
 * order of item indices and without repetition. A user without list has an empty row. Holds 4 bytes
 * a candidate and 4 a user.
 */
public final class CandidateLists {
  private final int items;
  private final int[] starts;
  private final int[] itemOf;

  private CandidateLists(int items, int[] starts, int[] itemOf) {
    this.items = items;
    this.starts = starts;
    this.itemOf = itemOf;
  }

  /**
   * How many users there are, with and without list.
   *
   * @return number of rows
   */
  public int users() {
    return starts.length - 1;
  }

  /**
   * How many items there are to choose from.
   *
   * @return number of columns
   */
  public int items() {
    return items;
  }

  /**
   * How many candidates all lists have together.
   *
   * @return zero or more
   */
  public int size() {
    return itemOf.length;
  }

  /**
   * The position of a user's first candidate.
   *
   * @param user a user index
   * @return a position; equal to {@link #end} where the user has no list
   */
  public int start(int user) {
    return starts[user];
  }

  /**
   * The position behind a user's last candidate.
   *
   * @param user a user index
   * @return a position
   */
  public int end(int user) {
    return starts[user + 1];
  }

  /**
   * How long a user's list is.
   *
   * @param user a user index
   * @return zero where the user has none
   */
  public int count(int user) {
    return starts[user + 1] - starts[user];
  }

  /**
   * A candidate.
   *
   * @param position from 0 to {@code size() - 1}
   * @return an item index
   */
  public int item(int position) {
    return itemOf[position];
  }

  /**
   * Whether an item is a candidate for a user.
   *
   * @param user a user index
   * @param item an item index
   * @return whether it stands in the user's list
   */
  public boolean contains(int user, int item) {
    return Arrays.binarySearch(itemOf, starts[user], starts[user + 1], item) >= 0;
  }

  /**
   * The items that are a candidate for somebody.
   *
   * @return the union of all lists
   */
  public ItemSet union() {
    return ItemSet.of(items, itemOf);
  }

  /**
   * The lists of some users, with other user and item indices.
   *
   * @param users how many users there are then
   * @param keep tells of a user, by the index of now, whether the list stays
   * @param newUser the user index of then; asked of those that stay
   * @param newItem the item index of then; asked of the items in lists that stay
   * @param newItems how many items there are then; asked after all of them are renumbered
   */
  CandidateLists renumber(
      int users,
      IntPredicate keep,
      IntUnaryOperator newUser,
      IntUnaryOperator newItem,
      IntSupplier newItems) {
    Builder builder = new Builder();
    for (int user = 0; user < users(); user++) {
      if (keep.test(user)) {
        for (int position = starts[user]; position < starts[user + 1]; position++) {
          builder.add(newUser.applyAsInt(user), newItem.applyAsInt(itemOf[position]));
        }
      }
    }
    return builder.build(users, newItems.getAsInt());
  }

  /** Hashes users, items and lists. */
  void update(MessageDigest digest) {
    ByteBuffer buffer = ByteBuffer.allocate(8);
    for (int user = 0; user < users(); user++) {
      for (int position = starts[user]; position < starts[user + 1]; position++) {
        digest.update(buffer.clear().putInt(user).putInt(itemOf[position]).flip());
      }
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CandidateLists that
        && items == that.items
        && Arrays.equals(starts, that.starts)
        && Arrays.equals(itemOf, that.itemOf);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(starts) + Arrays.hashCode(itemOf);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%d candidates for %d users out of %d items", size(), users(), items);
  }

  /** Collects candidates in any order, 8 bytes each. For one thread. */
  public static final class Builder {
    private static final int FIRST_CAPACITY = 1 << 10;

    private int[] users = new int[FIRST_CAPACITY];
    private int[] itemOf = new int[FIRST_CAPACITY];
    private int size;

    /** An empty builder. */
    public Builder() {}

    /**
     * Adds a candidate; a second time makes no difference.
     *
     * @param user a user index
     * @param item an item index
     * @return this
     */
    public Builder add(int user, int item) {
      if (size == users.length) {
        users = Arrays.copyOf(users, 2 * size);
        itemOf = Arrays.copyOf(itemOf, 2 * size);
      }
      users[size] = user;
      itemOf[size++] = item;
      return this;
    }

    /**
     * Whether nothing was added.
     *
     * @return whether there is no candidate
     */
    public boolean isEmpty() {
      return size == 0;
    }

    /**
     * Sorts what was added, and leaves repetitions out.
     *
     * @param userCount how many users there are
     * @param itemCount how many items there are
     * @return the lists
     * @throws IndexOutOfBoundsException if a user or item index is out of range
     */
    public CandidateLists build(int userCount, int itemCount) {
      int[] starts = new int[userCount + 1];
      for (int i = 0; i < size; i++) {
        Objects.checkIndex(itemOf[i], itemCount);
        starts[Objects.checkIndex(users[i], userCount) + 1]++;
      }
      for (int user = 0; user < userCount; user++) {
        starts[user + 1] += starts[user];
      }
      int[] next = Arrays.copyOf(starts, userCount);
      int[] grouped = new int[size];
      for (int i = 0; i < size; i++) {
        grouped[next[users[i]]++] = itemOf[i];
      }
      return new CandidateLists(itemCount, starts, sortRows(starts, grouped));
    }

    /** Sorts each row and moves rows together where items were repeated. */
    private static int[] sortRows(int[] starts, int[] grouped) {
      int kept = 0;
      int from = 0;
      for (int user = 0; user + 1 < starts.length; user++) {
        int to = starts[user + 1];
        Arrays.sort(grouped, from, to);
        int first = kept;
        for (int i = from; i < to; i++) {
          if (kept == first || grouped[kept - 1] != grouped[i]) {
            grouped[kept++] = grouped[i];
          }
        }
        from = to;
        starts[user + 1] = kept;
      }
      return Arrays.copyOf(grouped, kept);
    }
  }
}
