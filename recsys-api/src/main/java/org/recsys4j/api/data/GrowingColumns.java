package org.recsys4j.api.data;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The columns of a log that is being collected: chunks, which are joined once, column by column,
 * each given up when it is joined. Nothing is copied before.
 */
final class GrowingColumns {
  private static final int LARGEST_LOG = Integer.MAX_VALUE - 8;
  private static final int FIRST_CHUNK = 1 << 10;

  /** Small enough for every collector to treat the arrays as ordinary objects. */
  private static final int LARGEST_CHUNK = 1 << 15;

  private static final int[] NO_INTS = {};
  private static final float[] NO_FLOATS = {};

  private final boolean times;
  private final List<Chunk> chunks = new ArrayList<>();
  private Chunk last;
  private int size;

  GrowingColumns(boolean times) {
    this.times = times;
    this.last = new Chunk(FIRST_CHUNK, times);
    chunks.add(last);
  }

  int size() {
    return size;
  }

  void add(int user, int item, float value, long time) {
    if (last.size == last.capacity) {
      addChunk();
    }
    int place = last.size++;
    last.users[place] = user;
    last.items[place] = item;
    last.values[place] = value;
    if (times) {
      last.times[place] = time;
    }
    size++;
  }

  private void checkOpen() {
    if (chunks.isEmpty()) {
      throw new IllegalStateException("the log was built already");
    }
  }

  private void addChunk() {
    checkOpen();
    int capacity = Math.min(LARGEST_CHUNK, 2 * last.capacity);
    if (size > LARGEST_LOG - capacity) {
      throw new InvalidDataException("more than " + size + " events");
    }
    last = new Chunk(capacity, times);
    chunks.add(last);
  }

  /** All columns. The builder gives up its memory on the way. */
  LogColumns take() {
    return new LogColumns(takeUsers(), takeItems(), takeValues(), takeTimes());
  }

  private int[] takeUsers() {
    checkOpen();
    int[] all = new int[size];
    join(all, chunk -> chunk.users);
    chunks.forEach(chunk -> chunk.users = NO_INTS);
    return all;
  }

  private int[] takeItems() {
    int[] all = new int[size];
    join(all, chunk -> chunk.items);
    chunks.forEach(chunk -> chunk.items = NO_INTS);
    return all;
  }

  private float[] takeValues() {
    float[] all = new float[size];
    join(all, chunk -> chunk.values);
    chunks.forEach(chunk -> chunk.values = NO_FLOATS);
    return all;
  }

  /** Comes last, since it gives up the chunks; empty where times are not known. */
  private long[] takeTimes() {
    long[] all = new long[times ? size : 0];
    if (times) {
      join(all, chunk -> chunk.times);
    }
    chunks.clear();
    last = new Chunk(0, times);
    return all;
  }

  private void join(Object all, Function<Chunk, Object> column) {
    int at = 0;
    for (Chunk chunk : chunks) {
      System.arraycopy(column.apply(chunk), 0, all, at, chunk.size);
      at += chunk.size;
    }
  }

  /** Columns of some events. */
  private static final class Chunk {
    final int capacity;
    final long[] times;
    int[] users;
    int[] items;
    float[] values;
    int size;

    Chunk(int capacity, boolean withTimes) {
      this.capacity = capacity;
      this.times = new long[withTimes ? capacity : 0];
      this.users = new int[capacity];
      this.items = new int[capacity];
      this.values = new float[capacity];
    }
  }
}
