package org.recsys4j.data.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
}
