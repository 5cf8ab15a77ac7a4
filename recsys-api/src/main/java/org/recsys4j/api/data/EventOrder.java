package org.recsys4j.api.data;

import java.util.Arrays;
import java.util.Objects;

/** Groups events by user, and orders those of a user by time. */
final class EventOrder {
  private EventOrder() {}

  /** For each user the position of the first event, and then the number of events. */
  static int[] starts(int users, int[] userOf, int size) {
    int[] starts = new int[users + 1];
    for (int i = 0; i < size; i++) {
      starts[Objects.checkIndex(userOf[i], users) + 1]++;
    }
    for (int user = 0; user < users; user++) {
      starts[user + 1] += starts[user];
    }
    return starts;
  }

  /** The event that stands at each position. */
  static int[] of(int users, int[] userOf, long[] timeOf, int size) {
    return of(starts(users, userOf, size), userOf, timeOf, size);
  }

  static int[] of(int[] starts, int[] userOf, long[] timeOf, int size) {
    int users = starts.length - 1;
    int[] order = new int[size];
    int[] next = Arrays.copyOf(starts, users);
    for (int i = 0; i < size; i++) {
      order[next[userOf[i]]++] = i;
    }
    if (timeOf.length > 0) {
      TimeOrder sorter = new TimeOrder(timeOf);
      for (int user = 0; user < users; user++) {
        sorter.sort(order, starts[user], starts[user + 1]);
      }
    }
    return order;
  }
}
