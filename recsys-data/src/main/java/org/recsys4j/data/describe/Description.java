package org.recsys4j.data.describe;

import java.util.Optional;
import org.recsys4j.api.data.Interactions;

/**
 * The figures that papers print of a data set, and some that they should.
 *
 * @param events how many events there are
 * @param pairs how many different pairs of user and item they make
 * @param users how events are shared out among users
 * @param items how they are shared out among items
 * @param values which values they have
 * @param times when they happened, empty where that is not known
 */
public record Description(
    int events,
    int pairs,
    Activity users,
    Activity items,
    ValueHistogram values,
    Optional<Times> times) {

  /**
   * When events happened.
   *
   * @param first the earliest, in seconds since 1970-01-01 UTC
   * @param last the latest
   * @param shared how many events have the time of an earlier event of their user, so that their
   *     order is that of the source
   */
  public record Times(long first, long last, int shared) {}

  /**
   * Looks at all events.
   *
   * @param events the events
   * @return the figures
   */
  public static Description of(Interactions events) {
    int[] ofUsers = new int[events.users()];
    int pairs = 0;
    for (int user = 0; user < ofUsers.length; user++) {
      ofUsers[user] = events.count(user);
      pairs += events.distinctItems(user).length;
    }
    return new Description(
        events.size(),
        pairs,
        Activity.of(ofUsers),
        Activity.of(events.itemCounts()),
        ValueHistogram.of(events),
        events.hasTimes() ? Optional.of(times(events)) : Optional.empty());
  }

  private static Times times(Interactions events) {
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    int shared = 0;
    for (int user = 0; user < events.users(); user++) {
      for (int position = events.start(user); position < events.end(user); position++) {
        long time = events.time(position);
        first = Math.min(first, time);
        last = Math.max(last, time);
        shared += position > events.start(user) && time == events.time(position - 1) ? 1 : 0;
      }
    }
    return new Times(first, last, shared);
  }

  /**
   * The share of all pairs of user and item that occur.
   *
   * @return from 0 to 1; NaN without events
   */
  public double density() {
    return (double) pairs / ((double) users.size() * items.size());
  }

  /**
   * How many events repeat a pair of user and item.
   *
   * @return events less pairs
   */
  public int repeats() {
    return events - pairs;
  }

  /**
   * The share of events whose time is that of an earlier event of their user.
   *
   * @return from 0 to 1; empty where times are not known
   */
  public Optional<Double> sharedTimes() {
    return times.map(it -> (double) it.shared() / events);
  }

  /** How many events happened in the busiest window of a user. */
  static int busiest(Interactions events, int user, long seconds) {
    int most = 0;
    int from = events.start(user);
    for (int position = from; position < events.end(user); position++) {
      while (events.time(position) - events.time(from) >= seconds) {
        from++;
      }
      most = Math.max(most, position - from + 1);
    }
    return most;
  }
}
