package org.recsys4j.data.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.random.SeedTree;
import org.recsys4j.data.Events;
import org.recsys4j.data.prepare.Deduplicate.Keep;

class PreparationsTest {
  private static final SeedTree SEEDS = new SeedTree(42);

  /** Values number the rows, so that a row is known wherever it ends up. */
  private static final EventLog LOG =
      new EventLog.Builder(true)
          .add("anna", "tea", 0, 20)
          .add("ben", "tea", 1, 5)
          .add("anna", "tea", 2, 10)
          .add("anna", "milk", 3, 15)
          .add("anna", "tea", 4, 10)
          .add("anna", "tea", 5, 20)
          .build();

  @Provide
  Arbitrary<EventLog> logs() {
    return Events.logs();
  }

  private static List<Float> values(EventLog log) {
    return IntStream.range(0, log.size()).mapToObj(log::value).toList();
  }

  private static EventLog deduplicate(EventLog log, Keep keep) {
    return new Deduplicate().prepare(log, new Deduplicate.Options(keep), SEEDS);
  }

  @Test
  void deduplicateGoesByTimeThenByRow() {
    assertThat(values(deduplicate(LOG, Keep.FIRST))).containsExactly(1f, 2f, 3f);
    assertThat(values(deduplicate(LOG, Keep.LAST))).containsExactly(1f, 3f, 5f);
  }

  @Test
  void deduplicateGoesByRowWithoutTimes() {
    EventLog log =
        new EventLog.Builder(false)
            .add("anna", "tea", 0, 0)
            .add("anna", "tea", 1, 0)
            .add("anna", "tea", 2, 0)
            .build();

    assertThat(values(deduplicate(log, Keep.FIRST))).containsExactly(0f);
    assertThat(values(deduplicate(log, Keep.LAST))).containsExactly(2f);
  }

  @Property
  void deduplicateLeavesTheEarliestOfEachPair(@ForAll("logs") EventLog log) {
    Map<Long, Integer> earliest = new HashMap<>();
    for (int row = 0; row < log.size(); row++) {
      long pair = (long) log.user(row) << 32 | log.item(row);
      int best = earliest.getOrDefault(pair, row);
      earliest.put(pair, log.time(row) < log.time(best) ? row : best);
    }

    EventLog left = deduplicate(log, Keep.FIRST);

    assertThat(left.checksum()).isEqualTo(log.filter(earliest::containsValue).checksum());
  }

  @Test
  void thresholdKeepsTheMinimumItself() {
    EventLog log =
        new EventLog.Builder(false)
            .add("anna", "tea", 4, 0)
            .add("anna", "milk", 4.1f, 0)
            .add("ben", "milk", 4.2f, 0)
            .build();

    assertThat(values(new ValueThreshold().prepare(log, new ValueThreshold.Options(4.1), SEEDS)))
        .containsExactly(4.1f, 4.2f);
  }

  @Test
  void coreGoesOnUntilNothingChanges() {
    // Item d has one event, then user w has one, then item c, then user v: a, b, t and u remain.
    EventLog log =
        new EventLog.Builder(false)
            .add("t", "a", 0, 0)
            .add("t", "b", 1, 0)
            .add("u", "a", 2, 0)
            .add("u", "b", 3, 0)
            .add("v", "b", 4, 0)
            .add("v", "c", 5, 0)
            .add("w", "c", 6, 0)
            .add("w", "d", 7, 0)
            .build();

    assertThat(values(new KCore().prepare(log, new KCore.Options(2, 2), SEEDS)))
        .containsExactly(0f, 1f, 2f, 3f);
    assertThat(new KCore().prepare(log, new KCore.Options(1, 1), SEEDS)).isSameAs(log);
  }

  @Test
  void coreMayAskDifferentlyOfUsersAndItems() {
    assertThat(values(new KCore().prepare(LOG, new KCore.Options(2, 1), SEEDS)))
        .containsExactly(0f, 2f, 3f, 4f, 5f);
    assertThat(values(new KCore().prepare(LOG, new KCore.Options(1, 2), SEEDS)))
        .containsExactly(0f, 1f, 2f, 4f, 5f);
  }

  @Property
  void coreEqualsThatOfRepeatedFilters(
      @ForAll("logs") EventLog log,
      @ForAll @IntRange(min = 1, max = 4) int users,
      @ForAll @IntRange(min = 1, max = 4) int items) {
    EventLog expected = log;
    for (int before = -1; before != expected.size(); ) {
      before = expected.size();
      EventLog current = expected;
      int[] ofUsers = new int[current.users().size()];
      int[] ofItems = new int[current.items().size()];
      for (int row = 0; row < before; row++) {
        ofUsers[current.user(row)]++;
        ofItems[current.item(row)]++;
      }
      expected =
          current.filter(
              row -> ofUsers[current.user(row)] >= users && ofItems[current.item(row)] >= items);
    }
    KCore.Options options = new KCore.Options(users, items);
    if (expected.size() == 0) {
      assertThatThrownBy(() -> new KCore().prepare(log, options, SEEDS))
          .hasMessage("k-core: none of " + log.size() + " events is left");
    } else {
      assertThat(new KCore().prepare(log, options, SEEDS).checksum())
          .isEqualTo(expected.checksum());
    }
  }

  @Test
  void nothingLeftIsAnError() {
    assertThatThrownBy(() -> new KCore().prepare(LOG, new KCore.Options(9, 1), SEEDS))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage("k-core: none of 6 events is left");
    assertThatThrownBy(
            () -> new ValueThreshold().prepare(LOG, new ValueThreshold.Options(9), SEEDS))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage("value-threshold: none of 6 events is left");
  }

  @Test
  void attributesSurvive() {
    EventLog log = Events.withAttributes(LOG);

    EventLog left = deduplicate(log, Keep.FIRST);

    assertThat(left.itemAttributes()).isEqualTo(log.itemAttributes());
    assertThat(left.userAttributes()).isEqualTo(log.userAttributes());
  }

  @Test
  void deduplicateMayKeepTheLargestOrTheSum() {
    // Of anna's tea: values 0, 2, 4 and 5, the last of them in row 5 at time 20, as row 0.
    assertThat(values(deduplicate(LOG, Keep.MAX))).containsExactly(1f, 3f, 5f);
    EventLog sum = deduplicate(LOG, Keep.SUM);
    assertThat(values(sum)).containsExactly(1f, 3f, 11f);
    assertThat(sum.time(2)).as("of the last event").isEqualTo(20);
    EventLog huge =
        new EventLog.Builder(false)
            .add("a", "b", Float.MAX_VALUE, 0)
            .add("a", "b", Float.MAX_VALUE, 0)
            .build();
    assertThatThrownBy(() -> deduplicate(huge, Keep.SUM))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "deduplicate: the values of user \"a\" and item \"b\" add up to more than a value can be");
  }

  @Property
  void sumsAreThoseOfAllEventsOfAPair(@ForAll("logs") EventLog log) {
    Map<String, Double> expected = new HashMap<>();
    for (int row = 0; row < log.size(); row++) {
      expected.merge(pair(log, row), (double) log.value(row), Double::sum);
    }
    EventLog sums = deduplicate(log, Keep.SUM);
    assertThat(sums.size()).isEqualTo(expected.size());
    for (int row = 0; row < sums.size(); row++) {
      assertThat((double) sums.value(row)).isEqualTo(expected.get(pair(sums, row)));
    }
  }

  private static String pair(EventLog log, int row) {
    return log.users().id(log.user(row)) + " " + log.items().id(log.item(row));
  }

  @Test
  void anIntervalHoldsBothEnds() {
    assertThat(
            values(
                new ValueInterval()
                    .prepare(
                        LOG, new ValueInterval.Options(Optional.of(1.0), Optional.of(3.0)), SEEDS)))
        .containsExactly(1f, 2f, 3f);
    assertThat(
            values(
                new ValueInterval()
                    .prepare(
                        LOG, new ValueInterval.Options(Optional.of(4.0), Optional.empty()), SEEDS)))
        .containsExactly(4f, 5f);
    assertThatThrownBy(() -> new ValueInterval.Options(Optional.of(2.0), Optional.of(1.0)))
        .hasMessage("minimum: 2.0 is not at most maximum = 1.0");
  }

  @Test
  void implicitEventsHaveTheValueOne() {
    EventLog all = new Implicit().prepare(LOG, new Implicit.Options(Optional.empty()), SEEDS);
    assertThat(values(all)).containsExactly(1f, 1f, 1f, 1f, 1f, 1f);
    EventLog some = new Implicit().prepare(LOG, new Implicit.Options(Optional.of(4.0)), SEEDS);
    assertThat(values(some)).containsExactly(1f, 1f);
    assertThat(some.time(0)).isEqualTo(10);
    assertThatThrownBy(
            () -> new Implicit().prepare(LOG, new Implicit.Options(Optional.of(9.0)), SEEDS))
        .hasMessage("implicit: none of 6 events is left");
  }

  @Test
  void minimumCountsLookOnceOnly() {
    // Users t, u and v have two events; item c then has one of the two that it had.
    EventLog log =
        new EventLog.Builder(false)
            .add("t", "a", 0, 0)
            .add("t", "b", 1, 0)
            .add("u", "a", 2, 0)
            .add("u", "b", 3, 0)
            .add("v", "b", 4, 0)
            .add("v", "c", 5, 0)
            .add("w", "c", 6, 0)
            .build();
    assertThat(values(minimumCount(log, MinimumCount.First.USERS)))
        .as("v keeps one event")
        .containsExactly(0f, 1f, 2f, 3f, 4f);
    assertThat(values(minimumCount(log, MinimumCount.First.ITEMS)))
        .as("c keeps one event")
        .containsExactly(0f, 1f, 2f, 3f, 4f, 5f);
    assertThat(values(new KCore().prepare(log, new KCore.Options(2, 2), SEEDS)))
        .containsExactly(0f, 1f, 2f, 3f);
  }

  private static EventLog minimumCount(EventLog log, MinimumCount.First first) {
    return new MinimumCount().prepare(log, new MinimumCount.Options(2, 2, first), SEEDS);
  }

  private static EventLog window(EventLog log, String from, String to) {
    TimeWindow.Options options =
        new TimeWindow.Options(
            Optional.of(from).filter(it -> !it.isEmpty()),
            Optional.of(to).filter(it -> !it.isEmpty()));
    return new TimeWindow().prepare(log, options, SEEDS);
  }

  @Test
  void aWindowHoldsItsBeginningAndNotItsEnd() {
    assertThat(values(window(LOG, "10", "20"))).containsExactly(2f, 3f, 4f);
    assertThat(values(window(LOG, "", "10"))).containsExactly(1f);
    assertThat(values(window(LOG, "1970-01-01T00:00:20", ""))).containsExactly(0f, 5f);
    EventLog dates =
        new EventLog.Builder(true)
            .add("a", "b", 0, 1_307_663_999)
            .add("a", "b", 1, 1_307_664_000)
            .add("a", "b", 2, 1_307_750_400)
            .build();
    assertThat(values(window(dates, "2011-06-10", "2011-06-11"))).containsExactly(1f);
    assertThat(values(window(dates, "2011-06-10T02:00:00+02:00", "2011-06-11T00:00:01Z")))
        .containsExactly(1f, 2f);
  }

  @Test
  void aWindowMustBeOne() {
    assertThatThrownBy(() -> window(LOG, "20", "10"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("from: 20 is not before to = 10");
    for (String wrong : List.of("yesterday", "2011-13-01", "2011-06-10T25:00", "1.5", "10T")) {
      assertThatThrownBy(() -> window(LOG, wrong, ""))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("from: " + wrong + " is not seconds since 1970");
    }
    EventLog timeless = new EventLog.Builder(false).add("a", "b", 1, 0).build();
    assertThatThrownBy(() -> window(timeless, "1", ""))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage("time-window: these events have no times");
  }

  private static EventLog cap(EventLog log, int events, ActivityCap.Keep keep, long seed) {
    return new ActivityCap()
        .prepare(log, new ActivityCap.Options(events, keep), new SeedTree(seed));
  }

  @Test
  void aCapKeepsTheLastEventsByTimeThenByRow() {
    assertThat(values(cap(LOG, 2, ActivityCap.Keep.LAST, 1))).containsExactly(0f, 1f, 5f);
    assertThat(values(cap(LOG, 1, ActivityCap.Keep.LAST, 1))).containsExactly(1f, 5f);
    assertThat(values(cap(LOG, 5, ActivityCap.Keep.LAST, 1))).hasSize(6);
  }

  @Test
  void aRandomCapKeepsEveryEventEquallyOften() {
    int[] counts = new int[6];
    for (int seed = 0; seed < 5_000; seed++) {
      List<Float> left = values(cap(LOG, 2, ActivityCap.Keep.RANDOM, seed));
      assertThat(left).hasSize(3).contains(1f);
      left.forEach(value -> counts[value.intValue()]++);
    }
    for (int row : new int[] {0, 2, 3, 4, 5}) {
      // 2,000 expected, with a standard deviation of 35.
      assertThat(counts[row]).isBetween(1_825, 2_175);
    }
  }

  @Test
  void aSampleOfUsersKeepsAllOfTheirEvents() {
    EventLog.Builder builder = new EventLog.Builder(false);
    for (int i = 0; i < 6_000; i++) {
      builder.add("u" + i % 2_000, "i" + i % 7, 1, 0);
    }
    EventLog log = builder.build();
    EventLog half = new SampleUsers().prepare(log, new SampleUsers.Options(0.5), SEEDS);
    // 1,000 expected, with a standard deviation of 22.
    assertThat(half.users().size()).isBetween(890, 1_110);
    assertThat(half.size()).isEqualTo(3 * half.users().size());
    EventLog less = new SampleUsers().prepare(log, new SampleUsers.Options(0.1), SEEDS);
    for (int user = 0; user < less.users().size(); user++) {
      assertThat(half.users().indexOf(less.users().id(user))).isNotNegative();
    }
    assertThat(new SampleUsers().prepare(log, new SampleUsers.Options(1), SEEDS).size())
        .isEqualTo(6_000);
    EventLog other = new SampleUsers().prepare(log, new SampleUsers.Options(0.5), new SeedTree(43));
    assertThat(other.checksum()).isNotEqualTo(half.checksum());
  }
}
