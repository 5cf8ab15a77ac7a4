package org.recsys4j.api.data;

import java.util.Arrays;
import java.util.Collection;

/**
 * External ids and the small integers that stand for them: a bijection between n different texts
 * and 0 to n - 1. A hash table of integers over the texts, without boxing; immutable.
 */
public final class IdIndex {
  /** What {@link #indexOf} answers for an unknown id. */
  public static final int UNKNOWN = -1;

  private final String[] ids;
  private final long[] table; // hash, index + 1, or 0 where free; linear probing

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
    return indexIn(table[slot(table, ids, id)]);
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
    int mask = table.length - 1;
    int hash = id.hashCode();
    int slot = firstSlot(hash, mask);
    while (table[slot] != 0
        && !(hashIn(table[slot]) == hash && ids[indexIn(table[slot])].equals(id))) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private static long entry(int hash, int index) {
    return (long) hash << 32 | (index + 1);
  }

  private static int hashIn(long entry) {
    return (int) (entry >>> 32);
  }

  private static int indexIn(long entry) {
    return (int) entry - 1;
  }

  private static int firstSlot(int hash, int mask) {
    int mixed = hash * 0x9e3779b9;
    return (mixed ^ (mixed >>> 16)) & mask;
  }

  /**
   * Collects up to 2^29 ids; the first one added becomes 0. For one thread.
   *
   * <p>The characters of all ids stand one behind the other in an array of their own, where looking
   * one up touches less memory than the texts would: 2 bytes a character until the index is built.
   */
  public static final class Builder {
    private static final int MOST = 1 << 29; // the table would pass what an array holds
    private static final int LARGEST = Integer.MAX_VALUE - 8;

    private String[] ids = new String[16];
    private int[] ends = new int[16];
    private char[] characters = new char[256];
    private long[] table = new long[32];
    private int size;

    /** An empty builder. */
    public Builder() {}

    /**
     * The index of an id, which is added if it is new.
     *
     * @param id an external id
     * @return its index
     * @throws InvalidDataException if there are 2^29 ids already, or 2^31 characters in them
     */
    public int add(String id) {
      int slot = slot(table, ids, id);
      if (table[slot] == 0) {
        append(id, id.hashCode(), slot);
        return size - 1;
      }
      return indexIn(table[slot]);
    }

    /**
     * The same for a part of a buffer: a text is made of it only where it is new, so that reading a
     * file of a million events of a thousand users makes a thousand texts.
     *
     * @param text a buffer
     * @param from where the id begins
     * @param to where it ends, exclusive
     * @return its index
     * @throws InvalidDataException if there are 2^29 ids already, or 2^31 characters in them
     */
    public int add(char[] text, int from, int to) {
      int hash = 0; // that of String
      for (int i = from; i < to; i++) {
        hash = 31 * hash + text[i];
      }
      int mask = table.length - 1;
      int slot = firstSlot(hash, mask);
      while (table[slot] != 0
          && !(hashIn(table[slot]) == hash && equal(indexIn(table[slot]), text, from, to))) {
        slot = (slot + 1) & mask;
      }
      if (table[slot] == 0) {
        append(new String(text, from, to - from), hash, slot);
        return size - 1;
      }
      return indexIn(table[slot]);
    }

    private boolean equal(int index, char[] text, int from, int to) {
      int start = index == 0 ? 0 : ends[index - 1];
      return Arrays.equals(characters, start, ends[index], text, from, to);
    }

    private void append(String id, int hash, int slot) {
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
      table[slot] = entry(hash, size);
      size++;
      if (2 * size > table.length) {
        grow();
      }
    }

    private void grow() {
      long[] old = table;
      table = new long[2 * old.length];
      int mask = table.length - 1;
      for (long entry : old) {
        if (entry != 0) {
          int slot = firstSlot(hashIn(entry), mask);
          while (table[slot] != 0) {
            slot = (slot + 1) & mask;
          }
          table[slot] = entry;
        }
      }
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
