package org.recsys4j.api.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventLogTest {
  private static EventLog log() {
    return new EventLog.Builder(true)
        .add("ann", "tea", 1, 30)
        .add("bob", "cup", 2, 20)
        .add("ann", "cup", 3, 10)
        .add("cid", "pot", 4, 40)
        .build();
  }

  private static List<String> rows(EventLog log) {
    List<String> rows = new ArrayList<>();
    for (int row = 0; row < log.size(); row++) {
      rows.add(
          log.users().id(log.user(row))
              + " "
              + log.items().id(log.item(row))
              + " "
              + log.value(row)
              + (log.hasTimes() ? " " + log.time(row) : ""));
    }
    return rows;
  }

  @Test
  void keepsRowsInTheOrderOfTheSource() {
    assertThat(rows(log()))
        .containsExactly("ann tea 1.0 30", "bob cup 2.0 20", "ann cup 3.0 10", "cid pot 4.0 40");
    assertThat(log().users()).isEqualTo(IdIndex.of(List.of("ann", "bob", "cid")));
    assertThat(log().items()).isEqualTo(IdIndex.of(List.of("tea", "cup", "pot")));
    assertThat(log()).hasToString("4 events of 3 users and 3 items");
  }

  @Test
  void knowsNoTimesWhereThereAreNone() {
    EventLog log = new EventLog.Builder(false).add("a", "b", 1, 99).build();
    assertThat(log.hasTimes()).isFalse();
    assertThatIllegalStateException().isThrownBy(() -> log.time(0));
    assertThat(log.toInteractions().hasTimes()).isFalse();
    assertThat(rows(log.filter(row -> true))).containsExactly("a b 1.0");
  }

  @Test
  void refusesWrongRows() {
    EventLog.Builder builder = new EventLog.Builder(true);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.add("", "b", 1, 0))
        .withMessage("user id is empty");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.add("a", "", 1, 0))
        .withMessage("item id is empty");
    for (float value : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> builder.add("a", "b", value, 0))
          .withMessage("value " + value + " is not a finite number");
    }
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> builder.add(0, 0, 1, 0));
    assertThat(builder.size()).isZero();
    assertThat(builder.build().users().size()).isZero();
  }

  @Test
  void takesIndicesOfItsOwnBuilders() {
    EventLog.Builder builder = new EventLog.Builder(true);
    int user = builder.users().add("ann");
    int item = builder.items().add("tea");
    assertThat(rows(builder.add(user, item, 5, 7).build())).containsExactly("ann tea 5.0 7");
  }

  @Test
  void filterForgetsWhoAndWhatHasNoEventLeft() {
    EventLog some = log().filter(row -> row == 2 || row == 1);
    assertThat(rows(some)).containsExactly("bob cup 2.0 20", "ann cup 3.0 10");
    assertThat(some.users()).isEqualTo(IdIndex.of(List.of("bob", "ann")));
    assertThat(some.items()).isEqualTo(IdIndex.of(List.of("cup")));
    assertThat(rows(log().filter(row -> true))).isEqualTo(rows(log()));
  }

  @Test
  void filterAsksOnceARowInOrder() {
    List<Integer> asked = new ArrayList<>();
    log().filter(asked::add);
    assertThat(asked).containsExactly(0, 1, 2, 3);
  }

  @Test
  void filterMayLeaveNothing() {
    EventLog none = log().filter(row -> false);
    assertThat(none.size()).isZero();
    assertThat(none.users().size()).isZero();
    assertThat(none.toInteractions()).isEqualTo(Interactions.none(0, 0));
    assertThat(rows(none.filter(row -> true))).isEmpty();
  }

  @Test
  void filterKeepsAttributes() {
    Attributes titles =
        new Attributes.Builder(List.of("title")).add("tea", List.of("Earl Grey")).build();
    EventLog log =
        new EventLog.Builder(true)
            .add("ann", "tea", 1, 0)
            .attributes(Attributes.NONE, titles)
            .build();
    assertThat(log.filter(row -> true).itemAttributes()).isEqualTo(titles);
    assertThat(log.withValues(new float[] {2}).itemAttributes()).isEqualTo(titles);
    assertThat(Dataset.of(log).catalogue().title(0)).isEqualTo("Earl Grey");
    assertThat(Dataset.of(log()).catalogue().title(2)).isEqualTo("pot");
  }

  @Test
  void withValuesReplacesValuesAlone() {
    float[] values = {9, 8, 7, 6};
    EventLog other = log().withValues(values);
    values[0] = 0;
    assertThat(rows(other))
        .containsExactly("ann tea 9.0 30", "bob cup 8.0 20", "ann cup 7.0 10", "cid pot 6.0 40");
    assertThatIllegalArgumentException().isThrownBy(() -> log().withValues(new float[3]));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> log().withValues(new float[] {1, 1, Float.NaN, 1}));
  }

  @Test
  void becomesInteractionsInTheOrderOfTime() {
    Dataset dataset = Dataset.of(log());
    Interactions events = dataset.interactions();
    assertThat(events.users()).isEqualTo(dataset.catalogue().users().size()).isEqualTo(3);
    assertThat(events.history(0).item(0)).isEqualTo(1);
    assertThat(events.history(0).item(1)).isZero();
    assertThat(events.history(2).time(0)).isEqualTo(40);
  }

  /** The bytes that are hashed, written out: ids each with a zero, a one behind each list, rows. */
  @Test
  void checksumIsTheShaOfIdsAndRows() throws NoSuchAlgorithmException {
    EventLog log = new EventLog.Builder(true).add("u", "ï", 1.5f, -2).build();
    ByteBuffer bytes = ByteBuffer.allocate(100);
    bytes.put(new byte[] {'u', 0, 1, (byte) 0xc3, (byte) 0xaf, 0, 1});
    bytes.putInt(0).putInt(0).putInt(0x3fc00000).putLong(-2);
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    sha.update(bytes.flip());
    assertThat(log.checksum()).isEqualTo(HexFormat.of().formatHex(sha.digest()));
    assertThat(new EventLog.Builder(true).build().checksum())
        .isEqualTo(
            HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(new byte[] {1, 1})));
  }

  @Test
  void checksumTellsEveryChange() {
    String checksum = log().checksum();
    assertThat(log().filter(row -> true).checksum()).isEqualTo(checksum).hasSize(64);
    List<EventLog> others =
        List.of(
            log().filter(row -> row < 3),
            log().withValues(new float[] {1, 2, 3, 5}),
            new EventLog.Builder(true)
                .add("ann", "tea", 1, 31)
                .add("bob", "cup", 2, 20)
                .add("ann", "cup", 3, 10)
                .add("cid", "pot", 4, 40)
                .build(),
            new EventLog.Builder(true)
                .add("bob", "cup", 2, 20)
                .add("ann", "tea", 1, 30)
                .add("ann", "cup", 3, 10)
                .add("cid", "pot", 4, 40)
                .build(),
            new EventLog.Builder(true)
                .add("ann", "tea", 1, 30)
                .add("bob", "cup", 2, 20)
                .add("ann", "cup", 3, 10)
                .add("ci", "dpot", 4, 40)
                .build());
    assertThat(others).extracting(EventLog::checksum).doesNotContain(checksum);
  }

  @Test
  void growsBeyondItsChunks() {
    EventLog.Builder builder = new EventLog.Builder(true);
    int many = 150_000;
    for (int row = 0; row < many; row++) {
      builder.add("u" + row % 1000, "i" + row % 77, row % 5, row);
    }
    assertThat(builder.size()).isEqualTo(many);
    EventLog log = builder.build();
    assertThat(log.size()).isEqualTo(many);
    for (int row = 0; row < many; row += 997) {
      assertThat(log.user(row)).isEqualTo(row % 1000);
      assertThat(log.item(row)).isEqualTo(row % 77);
      assertThat(log.value(row)).isEqualTo(row % 5);
      assertThat(log.time(row)).isEqualTo(row);
    }
  }
}
