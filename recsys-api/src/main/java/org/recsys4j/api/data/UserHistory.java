package org.recsys4j.api.data;

import java.util.Arrays;

/**
 * What one user did, oldest event first: a view into {@link Interactions}, or a list of its own for
 * a user who was not there in training. Immutable.
 */
public final class UserHistory {
  private final int[] items;
  private final float[] values;
  private final long[] times;
  private final int from;
  private final int to;

  /** A view; {@code times} is empty where times are not known. */
  UserHistory(int[] items, float[] values, long[] times, int from, int to) {
    this.items = items;
    this.values = values;
    this.times = times;
    this.from = from;
    this.to = to;
  }

  /**
   * A history of items, each with value 1, without times.
   *
   * @param items item indices, oldest first
   * @return the history
   */
  public static UserHistory of(int... items) {
    float[] values = new float[items.length];
    Arrays.fill(values, 1f);
    return new UserHistory(items.clone(), values, new long[0], 0, items.length);
  }

  /**
   * How many events there are.
   *
   * @return zero or more
   */
  public int size() {
    return to - from;
  }

  /**
   * The item of an event.
   *
   * @param position from 0, the oldest, to {@code size() - 1}
   * @return an item index
   */
  public int item(int position) {
    return items[from + position];
  }

  /**
   * The value of an event: a rating, a quantity, or 1.
   *
   * @param position from 0, the oldest, to {@code size() - 1}
   * @return a finite number
   */
  public float value(int position) {
    return values[from + position];
  }

  /**
   * Whether events have times.
   *
   * @return whether {@link #time} may be called
   */
  public boolean hasTimes() {
    return times.length > 0;
  }

  /**
   * The time of an event.
   *
   * @param position from 0, the oldest, to {@code size() - 1}
   * @return seconds since 1970-01-01 UTC
   * @throws IllegalStateException if times are not known
   */
  public long time(int position) {
    if (!hasTimes()) {
      throw new IllegalStateException("these events have no times");
    }
    return times[from + position];
  }

  /**
   * Copies all items.
   *
   * @param target where to
   * @param at index of the first one there
   */
  public void copyItems(int[] target, int at) {
    System.arraycopy(items, from, target, at, size());
  }
}
