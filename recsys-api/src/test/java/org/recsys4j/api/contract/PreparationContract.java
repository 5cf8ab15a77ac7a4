package org.recsys4j.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.recsys4j.api.Preparation;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.random.SeedTree;

/**
 * What every preparation must do, as tests. A test class names the preparation and its options, and
 * inherits the checks.
 *
 * @param <O> the preparation's options
 */
public abstract class PreparationContract<O extends Record> {
  private static final int LOGS = 40;
  private static final SeedTree SEEDS = new SeedTree(17);

  /** For subclasses. */
  protected PreparationContract() {}

  /**
   * The preparation under test.
   *
   * @return an instance
   */
  protected abstract Preparation<O> preparation();

  /**
   * The options to test it with.
   *
   * @return legal options, which leave something of 400 events of 30 users and 40 items, with
   *     values from 1 to 5 and times from 0 to 399
   */
  protected abstract O options();

  /**
   * Whether what becomes of a user's events depends on no other user's.
   *
   * @return false for filters that count items, for instance
   */
  protected abstract boolean usersAreIndependent();

  private static EventLog log(int users, int items, int events, boolean times, long seed) {
    SplittableRandom random = SEEDS.child("data", seed).random();
    EventLog.Builder log = new EventLog.Builder(times);
    for (int i = 0; i < events; i++) {
      String user = "u" + random.nextInt(users);
      log.add(user, "i" + random.nextInt(items), random.nextInt(1, 6), random.nextInt(events));
    }
    return log.build();
  }

  private static List<EventLog> logs() {
    List<EventLog> logs = new ArrayList<>();
    for (int i = 0; i < LOGS; i++) {
      logs.add(log(1 + i % 12, 1 + i % 7, 1 + 3 * i, i % 4 > 0, i));
    }
    return logs;
  }

  private Optional<EventLog> prepare(EventLog log, SeedTree seeds) {
    try {
      return Optional.of(preparation().prepare(log, options(), seeds));
    } catch (InvalidDataException e) {
      assertThat(e).as("what refuses the data").hasMessageMatching("\\S.*");
      return Optional.empty();
    }
  }

  /** Options are a record, the summary is one line. */
  @Test
  protected final void describesItself() {
    ConfigurableChecks.optionsAreARecord(preparation(), options());
    ConfigurableChecks.summaryIsOneLine(preparation());
  }

  /** Data of a usual kind are prepared. */
  @Test
  protected final void leavesSomethingOfUsualData() {
    assertThat(prepare(log(30, 40, 400, true, -1), SEEDS))
        .as("what is left of 400 events of 30 users, with times")
        .hasValueSatisfying(
            left ->
                assertThat(left.size())
                    .as("what is left of 400 events of 30 users, with times")
                    .isPositive());
  }

  /** What comes out came in, in the same order, but for the values. */
  @Test
  protected final void eventsAreSomeOfThoseBeforeInTheirOrder() {
    for (EventLog log : logs()) {
      List<String> after = prepare(log, SEEDS).map(PreparationContract::events).orElse(List.of());
      if (!after.isEmpty()) {
        assertThat(events(log)).as("events before").containsSubsequence(after);
      }
    }
  }

  /** The log that is given stays as it is. */
  @Test
  protected final void leavesItsArgumentAlone() {
    for (EventLog log : logs()) {
      String before = log.checksum();
      prepare(log, SEEDS);
      assertThat(log.checksum()).as("checksum of the log afterwards").isEqualTo(before);
    }
  }

  /** One seed, one result. */
  @Test
  protected final void sameSeedGivesTheSameEvents() {
    for (EventLog log : logs()) {
      assertThat(prepare(log, SEEDS).map(EventLog::checksum))
          .as("prepared twice with one seed")
          .isEqualTo(prepare(log, SEEDS).map(EventLog::checksum));
    }
  }

  /** Other users make no difference to a user, where that is promised. */
  @Test
  protected final void usersAreIndependentWherePromised() {
    for (EventLog log : usersAreIndependent() ? logs() : List.<EventLog>of()) {
      EventLog half = log.filter(row -> log.users().id(log.user(row)).hashCode() % 2 == 0);
      Optional<EventLog> whole = half.size() == 0 ? Optional.empty() : prepare(log, SEEDS);
      Optional<EventLog> part = half.size() == 0 ? Optional.empty() : prepare(half, SEEDS);
      if (whole.isPresent() && part.isPresent()) {
        EventLog all = whole.get();
        EventLog same = all.filter(row -> all.users().id(all.user(row)).hashCode() % 2 == 0);
        assertThat(events(part.get()))
            .as("events of half of the users, without the other half")
            .isEqualTo(events(same));
      }
    }
  }

  /** Events by ids, without values, which a preparation may change. */
  private static List<String> events(EventLog log) {
    List<String> events = new ArrayList<>();
    for (int row = 0; row < log.size(); row++) {
      String time = log.hasTimes() ? " at " + log.time(row) : "";
      events.add(log.users().id(log.user(row)) + " " + log.items().id(log.item(row)) + time);
    }
    return events;
  }
}
