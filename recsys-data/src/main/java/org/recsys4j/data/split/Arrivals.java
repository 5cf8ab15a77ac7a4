package org.recsys4j.data.split;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.recsys4j.api.data.IdIndex;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.random.SeedTree;

/** By what users and items are chosen that are held out as a whole: {@link Cut} cuts by it. */
final class Arrivals {
  private Arrivals() {}

  /** Random numbers that depend on the seed and the id alone. */
  static long[] random(IdIndex ids, SeedTree seeds) {
    return IntStream.range(0, ids.size())
        .mapToLong(index -> seeds.child(ids.id(index)).seed())
        .toArray();
  }

  /** The time of each user's first event. */
  static long[] ofUsers(String name, Interactions events) {
    requireTimes(name, events);
    return IntStream.range(0, events.users())
        .mapToLong(user -> events.count(user) == 0 ? 0 : events.time(events.start(user)))
        .toArray();
  }

  /** The time of each item's first event. */
  static long[] ofItems(String name, Interactions events) {
    requireTimes(name, events);
    long[] first = new long[events.items()];
    Arrays.fill(first, Long.MAX_VALUE);
    for (int position = 0; position < events.size(); position++) {
      int item = events.item(position);
      first[item] = Math.min(first[item], events.time(position));
    }
    return first;
  }

  /** The users that have an event. */
  static int[] users(Interactions events) {
    return IntStream.range(0, events.users()).filter(user -> events.count(user) > 0).toArray();
  }

  /** The items that have an event. */
  static int[] items(Interactions events) {
    int[] counts = events.itemCounts();
    return IntStream.range(0, counts.length).filter(item -> counts[item] > 0).toArray();
  }

  static void requireTimes(String name, Interactions events) {
    if (!events.hasTimes()) {
      throw new InvalidDataException(name + ": these events have no times");
    }
  }
}
