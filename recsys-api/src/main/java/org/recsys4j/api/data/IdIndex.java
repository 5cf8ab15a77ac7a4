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
  private final int[] table; // index + 1, or 0 where free; linear probing

  private IdIndex(String[] ids, int[] table) {
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
      if (builder.add(id) != builder.size() - 1) {
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
    return table[slot(table, ids, id)] - 1;
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

  private static int slot(int[] table, String[] ids, String id) {
    int mask = table.length - 1;
    int slot = firstSlot(id.hashCode(), mask);
    while (table[slot] != 0 && !ids[table[slot] - 1].equals(id)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private static int slot(int[] table, String[] ids, char[] text, int from, int to) {
    int hash = 0; // that of String
    for (int i = from; i < to; i++) {
      hash = 31 * hash + text[i];
    }
    int mask = table.length - 1;
    int slot = firstSlot(hash, mask);
    while (table[slot] != 0 && !equal(ids[table[slot] - 1], text, from, to)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private static int firstSlot(int hash, int mask) {
    int mixed = hash * 0x9e3779b9;
    return (mixed ^ (mixed >>> 16)) & mask;
  }

  private static boolean equal(String id, char[] text, int from, int to) {
    int length = id.length();
    if (length != to - from) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (id.charAt(i) != text[from + i]) {
        return false;
      }
    }
    return true;
  }

  /** Collects ids; the first one added becomes 0. For one thread. */
  public static final class Builder {
    private String[] ids = new String[16];
    private int[] table = new int[32];
    private int size;

    /** An empty builder. */
    public Builder() {}

    /**
     * The index of an id, which is added if it is new.
     *
     * @param id an external id
     * @return its index
     */
    public int add(String id) {
      int slot = slot(table, ids, id);
      if (table[slot] == 0) {
        if (size == ids.length) {
          grow();
          slot = slot(table, ids, id);
        }
        ids[size++] = id;
        table[slot] = size;
      }
      return table[slot] - 1;
    }

    /**
     * The same for a part of a buffer: a text is made of it only where it is new, so that reading a
     * file of a million events of a thousand users makes a thousand texts.
     *
     * @param text a buffer
     * @param from where the id begins
     * @param to where it ends, exclusive
     * @return its index
     */
    public int add(char[] text, int from, int to) {
      int slot = slot(table, ids, text, from, to);
      return table[slot] == 0 ? add(new String(text, from, to - from)) : table[slot] - 1;
    }

    private void grow() {
      ids = Arrays.copyOf(ids, 2 * ids.length);
      table = new int[2 * ids.length];
      for (int i = 0; i < size; i++) {
        table[slot(table, ids, ids[i])] = i + 1;
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
