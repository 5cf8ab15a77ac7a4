package org.recsys4j.api.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class EventLogBuilderTest {
  private static final int SEVERAL_CHUNKS = 150_000;

  @Test
  void keepsEveryEventOfManyChunksInOrder() {
    EventLog.Builder builder = new EventLog.Builder(true);
    for (int row = 0; row < SEVERAL_CHUNKS; row++) {
      builder.add("u" + row % 7, "i" + row % 11, row, -row);
    }

    EventLog log = builder.build();

    assertThat(log.size()).isEqualTo(SEVERAL_CHUNKS);
    for (int row = 0; row < SEVERAL_CHUNKS; row++) {
      assertThat(log.user(row)).isEqualTo(row % 7);
      assertThat(log.item(row)).isEqualTo(row % 11);
      assertThat(log.value(row)).isEqualTo(row);
      assertThat(log.time(row)).isEqualTo(-row);
    }
  }

  @Test
  void takesIndicesOfItsOwnIds() {
    EventLog.Builder builder = new EventLog.Builder(false);
    int user = builder.users().add("anna");
    int item = builder.items().add("tea");

    EventLog log = builder.add(user, item, 2, 0).build();

    assertThat(log.users()).isEqualTo(IdIndex.of(List.of("anna")));
    assertThat(log.items()).isEqualTo(IdIndex.of(List.of("tea")));
    assertThat(log.value(0)).isEqualTo(2);
    assertThat(log.hasTimes()).isFalse();
  }

  @Test
  void refusesIndicesThatItDidNotGive() {
    EventLog.Builder builder = new EventLog.Builder(false);
    builder.users().add("anna");

    assertThatThrownBy(() -> builder.add(0, 0, 1, 0)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void isBuiltOnce() {
    EventLog.Builder builder = new EventLog.Builder(true).add("anna", "tea", 1, 1);
    EventLog log = builder.build();

    assertThatThrownBy(builder::build).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> builder.add("anna", "tea", 1, 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the log was built already");
    assertThat(log.size()).isEqualTo(1);
  }

  @Test
  void refusedEventsLeaveNoIds() {
    EventLog.Builder builder = new EventLog.Builder(false);

    assertThatThrownBy(() -> builder.add("anna", "tea", Float.NaN, 0))
        .hasMessage("value NaN is not a finite number");
    assertThatThrownBy(() -> builder.add("anna", "", 1, 0)).hasMessage("item id is empty");

    assertThat(builder.users().size()).isZero();
    assertThat(builder.size()).isZero();
  }

  @Test
  void filterForgetsWhoIsGoneAndRenumbersTheRest() {
    EventLog log =
        new EventLog.Builder(true)
            .add("anna", "tea", 1, 10)
            .add("ben", "milk", 2, 20)
            .add("cleo", "tea", 3, 30)
            .add("anna", "jam", 4, 40)
            .build();

    EventLog kept = log.filter(row -> row > 0 && row != 2);

    assertThat(kept.checksum())
        .isEqualTo(
            new EventLog.Builder(true)
                .add("ben", "milk", 2, 20)
                .add("anna", "jam", 4, 40)
                .build()
                .checksum());
    assertThat(kept.users()).isEqualTo(IdIndex.of(List.of("ben", "anna")));
    assertThat(kept.items()).isEqualTo(IdIndex.of(List.of("milk", "jam")));
    assertThat(log.size()).isEqualTo(4);
  }

  @Test
  void aRowOfEmptyCellsIsNone() {
    Attributes.Builder builder = new Attributes.Builder(List.of("title", "year"));
    builder.add("1", List.of("Alien", "")).add("2", List.of("", ""));

    assertThat(builder.build().ids()).containsExactly("1");
    assertThat(builder.add("1", List.of("", "")).build().ids()).isEmpty();
  }
}
