package org.recsys4j.api.data;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Events as a compressed user x item log: grouped by user, each user's events ordered by time, and
 * events of equal time in the order of their source. Immutable.
 *
 * <p>The events of user u stand at positions {@code start(u)} to {@code end(u) - 1}. A pair of user
 * and item may occur more than once, users and items may have no event. Holds 8 bytes an event, 16
 * with times, 4 more a column of what is known of events, and 4 a user.
 */
public final class Interactions {
  private static final int LARGEST = Integer.MAX_VALUE - 8;

  private final int items;
  private final int[] starts;
  private final int[] itemOf;
  private final float[] valueOf;
  private final long[] timeOf; // empty where times are not known
  private final EventAttributes attributes;

  private Interactions(
      int items,
      int[] starts,
      int[] itemOf,
      float[] valueOf,
      long[] timeOf,
      EventAttributes attributes) {
    this.items = items;
    this.starts = starts;
    this.itemOf = itemOf;
    this.valueOf = valueOf;
    this.timeOf = timeOf;
    this.attributes = attributes;
  }

  /**
   * Groups and orders events of which nothing more is known.
   *
   * @param users number of users
   * @param items number of items
   * @param userOf user index of each event
   * @param itemOf item index of each event
   * @param valueOf value of each event
   * @param timeOf time of each event, or an empty array where times are not known
   * @param size how many events to take from the arrays, which may be longer
   * @return the interactions
   * @throws IndexOutOfBoundsException if a user or item index is out of range
   */
  public static Interactions of(
      int users, int items, int[] userOf, int[] itemOf, float[] valueOf, long[] timeOf, int size) {
    return of(users, items, userOf, itemOf, valueOf, timeOf, EventAttributes.NONE, size);
  }

  /**
   * Groups and orders events.
   *
   * @param users number of users
   * @param items number of items
   * @param userOf user index of each event
   * @param itemOf item index of each event
   * @param valueOf value of each event
   * @param timeOf time of each event, or an empty array where times are not known
   * @param attributes what is known of each event
   * @param size how many events to take from the arrays, which may be longer
   * @return the interactions
   * @throws IndexOutOfBoundsException if a user or item index is out of range
   * @throws IllegalArgumentException if the attributes are of more or fewer events
   */
  public static Interactions of(
      int users,
      int items,
      int[] userOf,
      int[] itemOf,
      float[] valueOf,
      long[] timeOf,
      EventAttributes attributes,
      int size) {
    int[] starts = EventOrder.starts(users, userOf, size);
    for (int i = 0; i < size; i++) {
      Objects.checkIndex(itemOf[i], items);
    }
    int[] order = EventOrder.of(starts, userOf, timeOf, size);
    int[] sortedItems = new int[size];
    float[] sortedValues = new float[size];
    long[] sortedTimes = new long[timeOf.length > 0 ? size : 0];
    for (int i = 0; i < size; i++) {
      sortedItems[i] = itemOf[order[i]];
      sortedValues[i] = valueOf[order[i]];
      if (sortedTimes.length > 0) {
        sortedTimes[i] = timeOf[order[i]];
      }
    }
    EventAttributes sorted = attributes.check(size).select(order);
    return new Interactions(items, starts, sortedItems, sortedValues, sortedTimes, sorted);
  }

  /**
   * Events that are grouped and ordered already. No array is copied: the caller gives them away.
   *
   * @param items number of items
   * @param starts for each user the position of the first event, and then the number of events
   * @param itemOf item index of each event
   * @param valueOf value of each event
   * @param timeOf time of each event, or an empty array where times are not known
   * @param attributes what is known of each event
   * @return the interactions
   * @throws IndexOutOfBoundsException if an item index is out of range
   * @throws IllegalArgumentException if sizes do not fit, a value is not finite, or the events of a
   *     user are not in the order of time
   */
  public static Interactions grouped(
      int items,
      int[] starts,
      int[] itemOf,
      float[] valueOf,
      long[] timeOf,
      EventAttributes attributes) {
    int size = itemOf.length;
    boolean fit = starts.length > 0 && starts[0] == 0 && starts[starts.length - 1] == size;
    if (!fit || valueOf.length != size || (timeOf.length > 0 && timeOf.length != size)) {
      throw new IllegalArgumentException("columns of events differ in length");
    }
    for (int user = 0; user < starts.length - 1; user++) {
      if (starts[user] > starts[user + 1]) {
        throw new IllegalArgumentException("users are not in order");
      }
      for (int position = starts[user] + 1; position < starts[user + 1]; position++) {
        if (timeOf.length > 0 && timeOf[position - 1] > timeOf[position]) {
          throw new IllegalArgumentException("events are not in the order of time");
        }
      }
    }
    for (int position = 0; position < size; position++) {
      Objects.checkIndex(itemOf[position], items);
      if (!Float.isFinite(valueOf[position])) {
        throw new IllegalArgumentException("a value is not a finite number");
      }
    }
    return new Interactions(items, starts, itemOf, valueOf, timeOf, attributes.check(size));
  }

  /**
   * Interactions without any event.
   *
   * @param users number of users
   * @param items number of items
   * @return the empty log
   */
  public static Interactions none(int users, int items) {
    return new Interactions(
        items, new int[users + 1], new int[0], new float[0], new long[0], EventAttributes.NONE);
  }

  /**
   * The number of users, with and without events.
   *
   * @return number of rows
   */
  public int users() {
    return starts.length - 1;
  }

  /**
   * The number of items, with and without events.
   *
   * @return number of columns
   */
  public int items() {
    return items;
  }

  /**
   * The number of events.
   *
   * @return zero or more
   */
  public int size() {
    return itemOf.length;
  }

  /**
   * The position of a user's first event.
   *
   * @param user a user index
   * @return a position; equal to {@link #end} where the user has no event
   */
  public int start(int user) {
    return starts[user];
  }

  /**
   * The position behind a user's last event.
   *
   * @param user a user index
   * @return a position
   */
  public int end(int user) {
    return starts[user + 1];
  }

  /**
   * How many events a user has.
   *
   * @param user a user index
   * @return zero or more
   */
  public int count(int user) {
    return starts[user + 1] - starts[user];
  }

  /**
   * The item of an event.
   *
   * @param position from 0 to {@code size() - 1}
   * @return an item index
   */
  public int item(int position) {
    return itemOf[position];
  }

  /**
   * The value of an event: a rating, a quantity, or 1.
   *
   * @param position from 0 to {@code size() - 1}
   * @return a finite number
   */
  public float value(int position) {
    return valueOf[position];
  }

  /**
   * Whether events have times.
   *
   * @return whether {@link #time} may be called; false where there is no event
   */
  public boolean hasTimes() {
    return timeOf.length > 0;
  }

  /**
   * The time of an event.
   *
   * @param position from 0 to {@code size() - 1}
   * @return seconds since 1970-01-01 UTC
   * @throws IllegalStateException if times are not known
   */
  public long time(int position) {
    if (!hasTimes()) {
      throw new IllegalStateException("these events have no times");
    }
    return timeOf[position];
  }

  /**
   * What is known of each event.
   *
   * @return a table with a row a position, perhaps without columns
   */
  public EventAttributes attributes() {
    return attributes;
  }

  /**
   * Some of the events, over the same users and items.
   *
   * @param keep tells of a position whether its event stays; asked once a position, in order
   * @return the events that stay
   */
  public Interactions filter(IntPredicate keep) {
    int[] kept = IntStream.range(0, size()).filter(keep).toArray();
    int[] keptStarts = new int[starts.length];
    int[] keptItems = new int[kept.length];
    float[] keptValues = new float[kept.length];
    long[] keptTimes = new long[hasTimes() ? kept.length : 0];
    int user = 0;
    for (int i = 0; i < kept.length; i++) {
      while (kept[i] >= starts[user + 1]) {
        keptStarts[++user] = i;
      }
      keptItems[i] = itemOf[kept[i]];
      keptValues[i] = valueOf[kept[i]];
      if (hasTimes()) {
        keptTimes[i] = timeOf[kept[i]];
      }
    }
    Arrays.fill(keptStarts, user + 1, keptStarts.length, kept.length);
    return new Interactions(
        items, keptStarts, keptItems, keptValues, keptTimes, attributes.select(kept));
  }

  /**
   * What one user did.
   *
   * @param user a user index
   * @return a view of the user's events, oldest first
   */
  public UserHistory history(int user) {
    return new UserHistory(itemOf, valueOf, timeOf, starts[user], starts[user + 1]);
  }

  /**
   * How many events each item has.
   *
   * @return one count an item
   */
  public int[] itemCounts() {
    int[] counts = new int[items];
    for (int item : itemOf) {
      counts[item]++;
    }
    return counts;
  }

  /**
   * The items of a user, each once.
   *
   * @param user a user index
   * @return item indices in ascending order
   */
  public int[] distinctItems(int user) {
    int[] sorted = Arrays.copyOfRange(itemOf, starts[user], starts[user + 1]);
    Arrays.sort(sorted);
    int count = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[count++] = sorted[i];
      }
    }
    return Arrays.copyOf(sorted, count);
  }

  /**
   * These events followed by others, ordered again: a training part followed by a validation part.
   *
   * @param later events of the same users and items
   * @return all events of both; of events of equal time, those of {@code later} come second; times
   *     are known where both know theirs, and so are the columns of what is known of events
   * @throws IllegalArgumentException if users or items differ, or the events are too many for an
   *     array
   */
  public Interactions concat(Interactions later) {
    if (later.users() != users() || later.items() != items) {
      throw new IllegalArgumentException("the other events are of other users and items");
    }
    if (size() > LARGEST - later.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "%d and %d events are more than %d", size(), later.size(), LARGEST));
    }
    int total = size() + later.size();
    boolean times = (hasTimes() || size() == 0) && (later.hasTimes() || later.size() == 0);
    int[] allUsers = new int[total];
    int[] allItems = Arrays.copyOf(itemOf, total);
    float[] allValues = Arrays.copyOf(valueOf, total);
    System.arraycopy(later.itemOf, 0, allItems, size(), later.size());
    System.arraycopy(later.valueOf, 0, allValues, size(), later.size());
    long[] allTimes = times ? Arrays.copyOf(timeOf, total) : new long[0];
    if (times) {
      System.arraycopy(later.timeOf, 0, allTimes, size(), later.size());
    }
    for (int user = 0; user < users(); user++) {
      Arrays.fill(allUsers, starts[user], starts[user + 1], user);
      Arrays.fill(allUsers, size() + later.starts[user], size() + later.starts[user + 1], user);
    }
    EventAttributes both = attributes.concat(later.attributes, size(), later.size());
    return of(users(), items, allUsers, allItems, allValues, allTimes, both, total);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Interactions that
        && items == that.items
        && Arrays.equals(starts, that.starts)
        && Arrays.equals(itemOf, that.itemOf)
        && Arrays.equals(valueOf, that.valueOf)
        && Arrays.equals(timeOf, that.timeOf)
        && attributes.equals(that.attributes);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(starts) + Arrays.hashCode(itemOf);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%d interactions of %d users and %d items", size(), users(), items);
  }
}
