package org.recsys4j.api.data;

import java.util.Arrays;
import java.util.Collection;

/**
 * External ids and the small integers that stand for them: a bijection between n different texts
 * and 0 to n - 1. A hash table of integers over the texts, without boxing; immutable.
 *
 * <p>A short id, of up to eight ASCII characters, is a key by itself, so that finding it takes one
 * place in memory. Longer ones take three, each of which may have to be fetched from far where
 * there are many ids in no order.
 */
public final class IdIndex {
  /** What {@link #indexOf} answers for an unknown id. */
  public static final int UNKNOWN = -1;

  private static final int EXACT_LENGTH = Long.BYTES;

  private final String[] ids;
  private final long[] table; // by slot: key, and index + 1 or 0 where free; linear probing

  private IdIndex(String[] ids, long[] table) {
    this.ids = ids;
    this.table = table;
  }

  /**
   * An index of ids in the order given.
   *
   * @param ids different texts
   * @return the index in which the first id is 0
   * @throws IllegalArgumentException if an id occurs twice
   */
  public static IdIndex of(Collection<String> ids) {
    Builder builder = new Builder();
    for (String id : ids) {
      int next = builder.size();
      if (builder.add(id) != next) {
        throw new IllegalArgumentException("id \"" + id + "\" occurs twice");
      }
    }
    return builder.build();
  }

  /**
   * How many ids there are.
   *
   * @return n
   */
  public int size() {
    return ids.length;
  }

  /**
   * The id of an index.
   *
   * @param index from 0 to {@code size() - 1}
   * @return the external id
   */
  public String id(int index) {
    return ids[index];
  }

  /**
   * The index of an id.
   *
   * @param id an external id
   * @return from 0 to {@code size() - 1}, or {@link #UNKNOWN}
   */
  public int indexOf(String id) {
    return indexIn(table, slot(table, ids, id));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IdIndex that && Arrays.equals(ids, that.ids);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(ids);
  }

  @Override
  public String toString() {
    return "IdIndex of " + ids.length;
  }

  /** The slot of an id, or the free one where it belongs. */
  private static int slot(long[] table, String[] ids, String id) {
    long key = key(id);
    int slot = firstSlot(table, key);
    while (!isFree(table, slot)
        && !(table[slot] == key && (isExact(key) || ids[indexIn(table, slot)].equals(id)))) {
      slot = nextSlot(table, slot);
    }
    return slot;
  }

  private static long key(String id) {
    long key = 0;
    long hash = 0;
    int seen = 0;
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      key = key << Byte.SIZE | c;
      hash = 31 * hash + c;
      seen |= c | (c - 1); // NUL makes it negative
    }
    return key(id.length(), seen, key, hash);
  }

  private static long key(char[] text, int from, int to) {
    long key = 0;
    long hash = 0;
    int seen = 0;
    for (int i = from; i < to; i++) {
      char c = text[i];
      key = key << Byte.SIZE | c;
      hash = 31 * hash + c;
      seen |= c | (c - 1);
    }
    return key(to - from, seen, key, hash);
  }

  /** The characters themselves, or a negative hash where they are too many or not ASCII. */
  private static long key(int length, int seen, long characters, long hash) {
    boolean exact = length <= EXACT_LENGTH && (seen & ~Byte.MAX_VALUE) == 0;
    return exact ? characters : hash | Long.MIN_VALUE;
  }

  /** Whether a key belongs to one id alone. */
  private static boolean isExact(long key) {
    return key >= 0;
  }

  /** Slots are even places of the table. */
  private static int firstSlot(long[] table, long key) {
    long mixed = key * 0x9e3779b97f4a7c15L;
    return (int) (mixed ^ mixed >>> Integer.SIZE) & (table.length - 2);
  }

  private static int nextSlot(long[] table, int slot) {
    return (slot + 2) & (table.length - 1);
  }

  private static boolean isFree(long[] table, int slot) {
    return table[slot + 1] == 0;
  }

  private static int indexIn(long[] table, int slot) {
    return (int) table[slot + 1] - 1;
  }

  /**
   * Collects up to 2^28 ids; the first one added becomes 0. For one thread.
   *
   * <p>The characters of all ids stand one behind the other in an array of their own, where looking
   * one up touches less memory than the texts would: 2 bytes a character until the index is built.
   */
  public static final class Builder {
    private static final int MOST = 1 << 28; // the table would pass what an array holds
    private static final int LARGEST = Integer.MAX_VALUE - 8;

    private String[] ids = new String[16];
    private int[] ends = new int[16];
    private char[] characters = new char[256];
    private long[] table = new long[64];
    private int size;

    /** An empty builder. */
    public Builder() {}

    /**
     * The index of an id, which is added if it is new.
     *
     * @param id an external id
     * @return its index
     * @throws InvalidDataException if there are 2^28 ids already, or 2^31 characters in them
     */
    public int add(String id) {
      int slot = slot(table, ids, id);
      if (isFree(table, slot)) {
        append(id, key(id), slot);
        return size - 1;
      }
      return indexIn(table, slot);
    }

    /**
     * The same for a part of a buffer: a text is made of it only where it is new, so that reading a
     * file of a million events of a thousand users makes a thousand texts.
     *
     * @param text a buffer
     * @param from where the id begins
     * @param to where it ends, exclusive
     * @return its index
     * @throws InvalidDataException if there are 2^28 ids already, or 2^31 characters in them
     */
    public int add(char[] text, int from, int to) {
      long key = key(text, from, to);
      int slot = firstSlot(table, key);
      while (!isFree(table, slot)
          && !(table[slot] == key
              && (isExact(key) || equal(indexIn(table, slot), text, from, to)))) {
        slot = nextSlot(table, slot);
      }
      if (isFree(table, slot)) {
        append(new String(text, from, to - from), key, slot);
        return size - 1;
      }
      return indexIn(table, slot);
    }

    private boolean equal(int index, char[] text, int from, int to) {
      int start = index == 0 ? 0 : ends[index - 1];
      return Arrays.equals(characters, start, ends[index], text, from, to);
    }

    private void append(String id, long key, int slot) {
      int start = size == 0 ? 0 : ends[size - 1];
      if (size == MOST || start > LARGEST - id.length()) {
        throw new InvalidDataException(
            size + " different ids of " + start + " characters are too many");
      }
      int end = start + id.length();
      if (end > characters.length) {
        int capacity = (int) Math.min(LARGEST, Math.max(end, 2L * characters.length));
        characters = Arrays.copyOf(characters, capacity);
      }
      id.getChars(0, id.length(), characters, start);
      if (size == ids.length) {
        ids = Arrays.copyOf(ids, 2 * size);
        ends = Arrays.copyOf(ends, 2 * size);
      }
      ids[size] = id;
      ends[size] = end;
      table[slot] = key;
      table[slot + 1] = ++size;
      if (size > table.length / 3) { // two thirds of the slots
        grow();
      }
    }

    private void grow() {
      long[] old = table;
      table = new long[2 * old.length];
      for (int from = 0; from < old.length; from += 2) {
        if (!isFree(old, from)) {
          int slot = firstSlot(table, old[from]);
          while (!isFree(table, slot)) {
            slot = nextSlot(table, slot);
          }
          table[slot] = old[from];
          table[slot + 1] = old[from + 1];
        }
      }
    }

    /**
     * The index of an id, if it was added.
     *
     * @param id an external id
     * @return its index, or {@link #UNKNOWN}
     */
    public int indexOf(String id) {
      int slot = slot(table, ids, id);
      return isFree(table, slot) ? UNKNOWN : indexIn(table, slot);
    }

    /**
     * How many ids were added.
     *
     * @return number of different ids
     */
    public int size() {
      return size;
    }

    /**
     * Freezes what was added so far.
     *
     * @return the index
     */
    public IdIndex build() {
      return new IdIndex(Arrays.copyOf(ids, size), table.clone());
    }
  }
}
