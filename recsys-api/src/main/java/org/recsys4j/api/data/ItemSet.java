package org.recsys4j.api.data;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntConsumer;

/** A set of item indices out of 0 to n - 1, one bit an item. Immutable. */
public final class ItemSet {
  private final int universe;
  private final long[] words;
  private final int size;

  private ItemSet(int universe, long[] words) {
    this.universe = universe;
    this.words = words;
    int count = 0;
    for (long word : words) {
      count += Long.bitCount(word);
    }
    this.size = count;
  }

  /**
   * No item.
   *
   * @param universe how many items there are
   * @return the empty set
   */
  public static ItemSet none(int universe) {
    return new ItemSet(universe, words(universe));
  }

  /**
   * Every item.
   *
   * @param universe how many items there are
   * @return the full set
   */
  public static ItemSet all(int universe) {
    long[] words = words(universe);
    Arrays.fill(words, -1L);
    if (universe % 64 != 0) {
      words[words.length - 1] = (1L << universe) - 1;
    }
    return new ItemSet(universe, words);
  }

  /**
   * Some items.
   *
   * @param universe how many items there are
   * @param items item indices; repetitions do not matter
   * @return the set of them
   */
  public static ItemSet of(int universe, int... items) {
    long[] words = words(universe);
    for (int item : items) {
      add(words, universe, item);
    }
    return new ItemSet(universe, words);
  }

  /**
   * The items of a history.
   *
   * @param universe how many items there are
   * @param history events of one user
   * @return the set of its items
   */
  public static ItemSet of(int universe, UserHistory history) {
    long[] words = words(universe);
    for (int i = 0; i < history.size(); i++) {
      add(words, universe, history.item(i));
    }
    return new ItemSet(universe, words);
  }

  /**
   * All items that somebody interacted with.
   *
   * @param interactions events
   * @return the set of their items
   */
  public static ItemSet of(Interactions interactions) {
    long[] words = words(interactions.items());
    for (int i = 0; i < interactions.size(); i++) {
      add(words, interactions.items(), interactions.item(i));
    }
    return new ItemSet(interactions.items(), words);
  }

  private static long[] words(int universe) {
    if (universe < 0) {
      throw new IllegalArgumentException("a set out of " + universe + " items");
    }
    return new long[(universe + 63) >>> 6];
  }

  private static void add(long[] words, int universe, int item) {
    words[Objects.checkIndex(item, universe) >> 6] |= 1L << item;
  }

  /**
   * How many items there are to choose from.
   *
   * @return n
   */
  public int universe() {
    return universe;
  }

  /**
   * How many items are in the set.
   *
   * @return from 0 to {@code universe()}
   */
  public int size() {
    return size;
  }

  /**
   * Whether an item is in the set.
   *
   * @param item from 0 to {@code universe() - 1}
   * @return whether it is
   */
  public boolean contains(int item) {
    return (words[item >> 6] >>> item & 1) != 0;
  }

  /**
   * Visits the items of the set in ascending order.
   *
   * @param visitor takes each item
   */
  public void forEach(IntConsumer visitor) {
    for (int i = 0; i < words.length; i++) {
      for (long rest = words[i]; rest != 0; rest &= rest - 1) {
        visitor.accept((i << 6) + Long.numberOfTrailingZeros(rest));
      }
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ItemSet that
        && universe == that.universe
        && Arrays.equals(words, that.words);
  }

  @Override
  public int hashCode() {
    return 31 * universe + Arrays.hashCode(words);
  }

  @Override
  public String toString() {
    return "ItemSet of " + size + " out of " + universe;
  }
}
