package org.recsys4j.api.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.recsys4j.api.data.Split.Part;

class EventAttributesTest {
  /** Rows: ann x 30 phone, bob y 20 (nothing), ann z 10 tablet, bob x 40 phone. */
  private static EventLog log() {
    EventLog.Builder log = new EventLog.Builder(true).columns(List.of("device", "country"));
    log.add("ann", "x", 1, 30).cell(0, "phone").cell(1, "ES");
    log.add("bob", "y", 1, 20);
    log.add("ann", "z", 1, 10).cell(0, "tablet").cell(1, "PT");
    log.add("bob", "x", 1, 40).cell(0, "phone").cell(1, "PT");
    return log.build();
  }

  private static List<String> devices(EventAttributes attributes, int events) {
    return IntStream.range(0, events)
        .mapToObj(event -> attributes.value(event, "device").orElse("-"))
        .toList();
  }

  @Test
  void knowsTheCellsOfEachRow() {
    EventAttributes attributes = log().attributes();
    assertThat(attributes.columns()).containsExactly("device", "country");
    assertThat(devices(attributes, 4)).containsExactly("phone", "-", "tablet", "phone");
    assertThat(attributes.row(3).value("country")).contains("PT");
    assertThat(attributes.value(0, "colour")).isEmpty();
    assertThat(attributes.code(0, 0)).isEqualTo(attributes.code(3, 0));
  }

  @Test
  void goesAlongWhenEventsAreFilteredGroupedAndSplit() {
    EventLog left = log().filter(row -> row != 1);
    assertThat(devices(left.attributes(), 3)).containsExactly("phone", "tablet", "phone");
    Dataset dataset = Dataset.of(log()); // ann: 10, 30; bob: 20, 40
    assertThat(devices(dataset.interactions().attributes(), 4))
        .containsExactly("tablet", "phone", "-", "phone");
    Split split = Split.assign(dataset, position -> position < 3 ? Part.TRAIN : Part.TEST);
    assertThat(devices(split.train().attributes(), 3)).containsExactly("tablet", "phone", "-");
    assertThat(devices(split.test().attributes(), 1)).containsExactly("phone");
    assertThat(split.test().attributes().value(0, "country")).contains("PT");
  }

  @Test
  void isJoinedWithItsEvents() {
    Dataset dataset = Dataset.of(log());
    Split split = Split.assign(dataset, position -> position % 2 == 0 ? Part.TRAIN : Part.TEST);
    assertThat(split.train().concat(split.test())).isEqualTo(dataset.interactions());
    Interactions none = Interactions.none(2, 3);
    assertThat(split.train().concat(none)).isEqualTo(split.train());
    Interactions plain =
        Interactions.of(2, 3, new int[] {0}, new int[] {0}, new float[] {1}, new long[] {5}, 1);
    assertThat(split.train().concat(plain).attributes().isEmpty()).isTrue();
  }

  @Test
  void columnsCanBeDropped() {
    EventAttributes left = log().attributes().without(List.of("device", "unknown"));
    assertThat(left.columns()).containsExactly("country");
    assertThat(left.value(0, "country")).contains("ES");
    assertThat(left.without(List.of("country"))).isSameAs(EventAttributes.NONE);
  }

  @Test
  void equalityIsThatOfTheCells() {
    EventAttributes one =
        EventAttributes.of(
            List.of("c"), List.of(IdIndex.of(List.of("a", "b"))), List.of(new int[] {0, 1}));
    EventAttributes other =
        EventAttributes.of(
            List.of("c"), List.of(IdIndex.of(List.of("b", "a"))), List.of(new int[] {1, 0}));
    EventAttributes different =
        EventAttributes.of(
            List.of("c"), List.of(IdIndex.of(List.of("b", "a"))), List.of(new int[] {0, 0}));
    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other).isNotEqualTo(different);
  }

  @Test
  void entersTheChecksum() {
    EventLog same = log();
    assertThat(log().checksum()).isEqualTo(same.checksum());
    EventLog.Builder other = new EventLog.Builder(true).columns(List.of("device", "country"));
    other.add("ann", "x", 1, 30).cell(0, "phone").cell(1, "ES");
    other.add("bob", "y", 1, 20).cell(0, "tv");
    other.add("ann", "z", 1, 10).cell(0, "tablet").cell(1, "PT");
    other.add("bob", "x", 1, 40).cell(0, "phone").cell(1, "PT");
    assertThat(other.build().checksum()).isNotEqualTo(same.checksum());
  }

  @Test
  void refusesWhatDoesNotFit() {
    EventLog.Builder begun = new EventLog.Builder(false).add("a", "x", 1, 0);
    assertThatThrownBy(() -> begun.columns(List.of("c"))).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> new EventLog.Builder(false).columns(List.of("c", "c")))
        .hasMessage("two columns \"c\"");
    IdIndex text = IdIndex.of(List.of("a"));
    assertThatThrownBy(
            () -> EventAttributes.of(List.of("c"), List.of(text), List.of(new int[] {1})))
        .isInstanceOf(IndexOutOfBoundsException.class);
    EventAttributes one = EventAttributes.of(List.of("c"), List.of(text), List.of(new int[] {0}));
    assertThatThrownBy(
            () -> Interactions.of(1, 1, new int[2], new int[2], new float[2], new long[0], one, 2))
        .hasMessageContaining("a table of 1 events for 2");
  }
}
