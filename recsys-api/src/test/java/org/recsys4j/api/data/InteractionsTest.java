package org.recsys4j.api.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class InteractionsTest {
  private static final int USERS = 5;
  private static final int ITEMS = 7;

  record Event(int user, int item, float value, long time) {}

  private static Interactions of(List<Event> events) {
    return Interactions.of(
        USERS,
        ITEMS,
        events.stream().mapToInt(Event::user).toArray(),
        events.stream().mapToInt(Event::item).toArray(),
        floats(events),
        events.stream().mapToLong(Event::time).toArray(),
        events.size());
  }

  private static float[] floats(List<Event> events) {
    float[] values = new float[events.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = events.get(i).value();
    }
    return values;
  }

  private static List<Event> eventsOf(Interactions interactions) {
    List<Event> events = new ArrayList<>();
    for (int user = 0; user < interactions.users(); user++) {
      for (int at = interactions.start(user); at < interactions.end(user); at++) {
        events.add(
            new Event(user, interactions.item(at), interactions.value(at), interactions.time(at)));
      }
    }
    return events;
  }

  private static List<Event> sorted(List<Event> events) {
    return events.stream()
        .sorted(Comparator.comparingInt(Event::user).thenComparingLong(Event::time))
        .toList(); // stable
  }

  @Test
  void groupsByUserAndOrdersByTime() {
    Interactions log =
        Interactions.of(
            3,
            4,
            new int[] {2, 0, 2, 0, 2},
            new int[] {3, 1, 0, 2, 1},
            new float[] {1, 2, 3, 4, 5},
            new long[] {30, 20, 10, 20, 10},
            5);
    assertThat(log.size()).isEqualTo(5);
    assertThat(log.users()).isEqualTo(3);
    assertThat(log.items()).isEqualTo(4);
    assertThat(IntStream.range(0, 5).map(log::item)).containsExactly(1, 2, 0, 1, 3);
    assertThat(IntStream.range(0, 5).mapToObj(log::value)).containsExactly(2f, 4f, 3f, 5f, 1f);
    assertThat(IntStream.range(0, 5).mapToObj(log::time)).containsExactly(20L, 20L, 10L, 10L, 30L);
    assertThat(IntStream.range(0, 3).map(log::count)).containsExactly(2, 0, 3);
    assertThat(log.start(1)).isEqualTo(log.end(1)).isEqualTo(2);
    assertThat(log.itemCounts()).containsExactly(1, 2, 1, 1);
    assertThat(log).hasToString("5 interactions of 3 users and 4 items");
  }

  @Test
  void keepsTheOrderOfTheSourceWithoutTimes() {
    Interactions log =
        Interactions.of(
            2, 3, new int[] {1, 0, 1}, new int[] {2, 1, 0}, new float[3], new long[0], 3);
    assertThat(IntStream.range(0, 3).map(log::item)).containsExactly(1, 2, 0);
    assertThat(log.hasTimes()).isFalse();
    assertThatIllegalStateException().isThrownBy(() -> log.time(0));
    assertThatIllegalStateException().isThrownBy(() -> log.history(1).time(0));
  }

  @Test
  void takesOnlyTheFirstOfLongerArrays() {
    Interactions log =
        Interactions.of(
            1, 2, new int[] {0, 9}, new int[] {1, 9}, new float[2], new long[] {5, 6}, 1);
    assertThat(log.size()).isEqualTo(1);
    assertThat(log.time(0)).isEqualTo(5);
  }

  @Test
  void refusesIndicesOutOfRange() {
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> of(List.of(new Event(USERS, 0, 1, 0))));
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> of(List.of(new Event(0, -1, 1, 0))));
  }

  @Test
  void noneIsEmpty() {
    Interactions none = Interactions.none(USERS, ITEMS);
    assertThat(none.size()).isZero();
    assertThat(none.hasTimes()).isFalse();
    assertThat(none.count(USERS - 1)).isZero();
    assertThat(none.distinctItems(0)).isEmpty();
    assertThat(none.history(0).size()).isZero();
    assertThat(none).isEqualTo(of(List.of())).hasSameHashCodeAs(of(List.of()));
    assertThat(none).isNotEqualTo(Interactions.none(USERS, ITEMS + 1));
    assertThat(none.concat(none)).isEqualTo(none);
  }

  @Test
  void distinctItemsAreSortedAndEachOnce() {
    Interactions log =
        Interactions.of(1, 9, new int[5], new int[] {7, 2, 7, 0, 2}, new float[5], new long[0], 5);
    assertThat(log.distinctItems(0)).containsExactly(0, 2, 7);
    log.distinctItems(0)[0] = 8;
    assertThat(log.distinctItems(0)).containsExactly(0, 2, 7);
  }

  @Test
  void laterEventsOfEqualTimeComeSecond() {
    Interactions first = of(List.of(new Event(0, 1, 1, 10), new Event(0, 2, 1, 30)));
    Interactions later =
        of(List.of(new Event(0, 3, 1, 10), new Event(0, 4, 1, 20), new Event(4, 5, 1, 0)));
    Interactions both = first.concat(later);
    assertThat(IntStream.range(0, 5).map(both::item)).containsExactly(1, 3, 4, 2, 5);
    assertThat(both.count(4)).isEqualTo(1);
  }

  @Test
  void timesAreForgottenWhereOneSideHasNone() {
    Interactions timed = of(List.of(new Event(0, 1, 1, 10)));
    Interactions untimed =
        Interactions.of(USERS, ITEMS, new int[1], new int[1], new float[1], new long[0], 1);
    assertThat(timed.concat(untimed).hasTimes()).isFalse();
    assertThat(timed.concat(Interactions.none(USERS, ITEMS))).isEqualTo(timed);
    assertThat(Interactions.none(USERS, ITEMS).concat(timed)).isEqualTo(timed);
  }

  @Test
  void onlyEventsOfTheSameUsersAndItemsAreJoined() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Interactions.none(2, 3).concat(Interactions.none(2, 4)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Interactions.none(2, 3).concat(Interactions.none(3, 3)));
  }

  @Test
  void aHistoryIsAViewOfOneUser() {
    Interactions log =
        of(List.of(new Event(1, 6, 2, 50), new Event(0, 5, 1, 9), new Event(1, 3, 4, 40)));
    UserHistory history = log.history(1);
    assertThat(history.size()).isEqualTo(2);
    assertThat(history.item(0)).isEqualTo(3);
    assertThat(history.value(0)).isEqualTo(4);
    assertThat(history.time(1)).isEqualTo(50);
    int[] target = new int[4];
    history.copyItems(target, 1);
    assertThat(target).containsExactly(0, 3, 6, 0);
  }

  @Test
  void aHistoryOfItsOwnHasValuesOfOneAndNoTimes() {
    int[] items = {4, 2};
    UserHistory history = UserHistory.of(items);
    items[0] = 0;
    assertThat(history.item(0)).isEqualTo(4);
    assertThat(history.value(1)).isEqualTo(1);
    assertThat(history.hasTimes()).isFalse();
    assertThatIllegalStateException()
        .isThrownBy(() -> history.time(0))
        .withMessage("these events have no times");
    assertThat(UserHistory.of().size()).isZero();
  }

  @Property
  void isAStableSortByUserAndTime(@ForAll("events") List<Event> events) {
    Interactions log = of(events);
    assertThat(eventsOf(log)).isEqualTo(sorted(events));
    for (int user = 0; user < USERS; user++) {
      TreeSet<Integer> different = new TreeSet<>();
      for (Event event : events) {
        if (event.user() == user) {
          different.add(event.item());
        }
      }
      assertThat(log.distinctItems(user))
          .containsExactly(different.stream().mapToInt(i -> i).toArray());
    }
  }

  @Property
  void concatIsTheSortOfBothLists(
      @ForAll("events") List<Event> first, @ForAll("events") List<Event> later) {
    List<Event> both = new ArrayList<>(sorted(first));
    both.addAll(sorted(later));
    assertThat(eventsOf(of(first).concat(of(later)))).isEqualTo(sorted(both));
  }

  /** Few users and times, so that many are equal; enough events for the sorter to grow. */
  @Provide
  Arbitrary<List<Event>> events() {
    Arbitrary<Event> event =
        Combinators.combine(
                Arbitraries.integers().between(0, USERS - 1),
                Arbitraries.integers().between(0, ITEMS - 1),
                Arbitraries.integers().between(1, 5),
                Arbitraries.longs().between(-3, 3))
            .as((user, item, value, time) -> new Event(user, item, value, time));
    return event.list().ofMaxSize(400);
  }
}
