package org.recsys4j.data.describe;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.IdIndex;
import org.recsys4j.api.data.Interactions;

/**
 * What the owner of data should look at before comparing models on them. None of it is an error.
 *
 * <ul>
 *   <li>events that repeat a pair of user and item, which many models count twice;
 *   <li>users with one event, who can be trained on or tested, but not both;
 *   <li>users with implausibly many events, who may be programs: at least 1,000 within 24 hours, or
 *       at least 1,000 and more than four standard deviations above the mean of logarithms;
 *   <li>ids that are several numbers each, such as {@code 187-958-967} in rows of features, which
 *       may be a user or an item with its context;
 *   <li>times in the future or before 1990, such as milliseconds that are read as seconds;
 *   <li>times of which most are shared, so that orders mean little.
 * </ul>
 */
public final class Suspicions {
  private static final int MANY = 1000;
  private static final double DEVIATIONS = 4;
  private static final double MOST_SHARED = 0.5;
  private static final Pattern JOINED = Pattern.compile("\\d+([-:|/;,_ ]\\d+)+");
  private static final long DAY = Duration.ofDays(1).toSeconds();
  private static final long EARLIEST = Instant.parse("1990-01-01T00:00:00Z").getEpochSecond();

  private Suspicions() {}

  /**
   * Looks at all events.
   *
   * @param dataset the events
   * @param description their figures
   * @param now the time that nothing should be later than
   * @return one sentence each, without a full stop
   */
  public static List<String> of(Dataset dataset, Description description, Instant now) {
    List<String> found = new ArrayList<>();
    if (description.repeats() > 0) {
      found.add(
          text(
              "%,d events repeat a pair of user and item; the preparation deduplicate keeps one",
              description.repeats()));
    }
    int ones = description.users().between(1, 1);
    if (ones > 0) {
      found.add(
          text(
              "%,d users (%.1f %%) have one event: they can be trained on or tested, not both",
              ones, 100.0 * ones / description.users().size()));
    }
    addBusyUsers(dataset, found);
    addJoinedColumns("users", dataset.catalogue().users(), found);
    addJoinedColumns("items", dataset.catalogue().items(), found);
    description.times().ifPresent(times -> addTimes(times, description.events(), now, found));
    return List.copyOf(found);
  }

  private static void addBusyUsers(Dataset dataset, List<String> found) {
    Interactions events = dataset.interactions();
    double bound = Math.max(MANY, outlierBound(events));
    int busy = 0;
    int busiest = -1;
    for (int user = 0; user < events.users(); user++) {
      int count = events.count(user);
      boolean hasty =
          count >= MANY && events.hasTimes() && Description.busiest(events, user, DAY) >= MANY;
      if (hasty || (count >= MANY && count > bound)) {
        busy++;
        busiest = busiest < 0 || count > events.count(busiest) ? user : busiest;
      }
    }
    if (busy > 0) {
      found.add(
          text(
              "users with implausibly many events: %,d, such as %s with %,d; are they people?",
              busy, dataset.catalogue().users().id(busiest), events.count(busiest)));
    }
  }

  private static void addJoinedColumns(String which, IdIndex ids, List<String> found) {
    if (ids.size() > 0
        && IntStream.range(0, ids.size()).mapToObj(ids::id).allMatch(JOINED.asMatchPredicate())) {
      found.add(
          text(
              "all ids of %s are several numbers, such as %s; are they columns of their own? The"
                  + " source delimited reads them so with a second-separator",
              which, ids.id(0)));
    }
  }

  private static double outlierBound(Interactions events) {
    double sum = 0;
    double squares = 0;
    int active = 0;
    for (int user = 0; user < events.users(); user++) {
      if (events.count(user) > 0) {
        double log = Math.log(events.count(user));
        sum += log;
        squares += log * log;
        active++;
      }
    }
    double mean = sum / active;
    double variance = Math.max(0, squares / active - mean * mean);
    return Math.exp(mean + DEVIATIONS * Math.sqrt(variance));
  }

  private static void addTimes(
      Description.Times times, int events, Instant now, List<String> found) {
    if (times.last() > now.getEpochSecond()) {
      found.add("the latest time is in the future: are times milliseconds, not seconds?");
    }
    if (times.first() < EARLIEST) {
      found.add("the earliest time is before 1990: are times seconds since 1970-01-01 UTC?");
    }
    if (times.shared() > MOST_SHARED * events) {
      found.add(
          text(
              "%.0f %% of events have the time of an earlier event of their user: orders within them"
                  + " are those of the source",
              100.0 * times.shared() / events));
    }
  }

  private static String text(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }
}
