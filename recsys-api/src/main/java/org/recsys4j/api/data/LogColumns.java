package org.recsys4j.api.data;

import java.util.BitSet;

/** The columns of a log: who, what, how much, when. Immutable. */
final class LogColumns {
  private final int[] userOf;
  private final int[] itemOf;
  private final float[] valueOf;
  private final long[] timeOf; // empty where times are not known

  /** Arrays that are given away. */
  LogColumns(int[] userOf, int[] itemOf, float[] valueOf, long[] timeOf) {
    this.userOf = userOf;
    this.itemOf = itemOf;
    this.valueOf = valueOf;
    this.timeOf = timeOf;
  }

  static void checkFinite(float value) {
    if (!Float.isFinite(value)) {
      throw new IllegalArgumentException("value " + value + " is not a finite number");
    }
  }

  int size() {
    return userOf.length;
  }

  int user(int row) {
    return userOf[row];
  }

  int item(int row) {
    return itemOf[row];
  }

  float value(int row) {
    return valueOf[row];
  }

  boolean hasTimes() {
    return timeOf.length > 0;
  }

  long time(int row) {
    if (!hasTimes()) {
      throw new IllegalStateException("these events have no times");
    }
    return timeOf[row];
  }

  /** Those of some rows, with the indices that users and items have then. */
  LogColumns select(BitSet kept, Renumbering users, Renumbering items) {
    int count = kept.cardinality();
    int[] keptUsers = new int[count];
    int[] keptItems = new int[count];
    float[] keptValues = new float[count];
    long[] keptTimes = new long[hasTimes() ? count : 0];
    int next = 0;
    for (int row = kept.nextSetBit(0); row >= 0; row = kept.nextSetBit(row + 1)) {
      keptUsers[next] = users.of(userOf[row]);
      keptItems[next] = items.of(itemOf[row]);
      keptValues[next] = valueOf[row];
      if (keptTimes.length > 0) {
        keptTimes[next] = timeOf[row];
      }
      next++;
    }
    return new LogColumns(keptUsers, keptItems, keptValues, keptTimes);
  }

  LogColumns withValues(float[] values) {
    if (values.length != size()) {
      throw new IllegalArgumentException(values.length + " values for " + size() + " events");
    }
    for (float value : values) {
      checkFinite(value);
    }
    return new LogColumns(userOf, itemOf, values.clone(), timeOf);
  }

  Interactions toInteractions(int users, int items, EventAttributes attributes) {
    return Interactions.of(users, items, userOf, itemOf, valueOf, timeOf, attributes, size());
  }

  /** The row that stands at each position of the interactions. */
  int[] order(int users) {
    return EventOrder.of(users, userOf, timeOf, size());
  }
}
