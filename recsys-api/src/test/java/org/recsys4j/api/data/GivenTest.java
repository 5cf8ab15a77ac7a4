package org.recsys4j.api.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.recsys4j.api.data.Split.Part;

/** What a source tells beside the events goes with them. */
class GivenTest {
  /** Rows: ann tea 5 (train), bob cup 2 (train), ann pot 1 (test), ann cup 3 (validation). */
  private static EventLog.Builder builder() {
    EventLog.Builder log = new EventLog.Builder(true).part(Part.TRAIN);
    log.add("ann", "tea", 1, 5).add("bob", "cup", 1, 2);
    log.part(Part.TEST).add("ann", "pot", 1, 1);
    log.part(Part.VALIDATION).add("ann", "cup", 1, 3);
    log.candidate(0, 1).candidate(0, log.items().add("hat")).candidate(1, 0);
    return log;
  }

  private static List<Part> parts(Given given) {
    EventParts parts = given.parts().orElseThrow();
    return IntStream.range(0, parts.size()).mapToObj(parts::part).toList();
  }

  private static CandidateLists lists(EventLog log) {
    return log.given().candidates().orElseThrow();
  }

  @Test
  void partsGoWithRowsAndThenWithPositions() {
    EventLog log = builder().build();
    assertThat(parts(log.given()))
        .containsExactly(Part.TRAIN, Part.TRAIN, Part.TEST, Part.VALIDATION);
    // ann: pot at 1, cup at 3, tea at 5; bob: cup
    assertThat(parts(Dataset.of(log).given()))
        .containsExactly(Part.TEST, Part.VALIDATION, Part.TRAIN, Part.TRAIN);
    assertThat(log.given().parts().orElseThrow().has(Part.NONE)).isFalse();
    assertThat(log.given().parts().orElseThrow().has(Part.TEST)).isTrue();
  }

  @Test
  void itemsOfListsAloneComeLast() {
    EventLog log = builder().build();
    assertThat(log.items()).isEqualTo(IdIndex.of(List.of("tea", "cup", "pot", "hat")));
    assertThat(lists(log).users()).isEqualTo(2);
    assertThat(lists(log).items()).isEqualTo(4);
    assertThat(lists(log).contains(0, 3)).isTrue();
    assertThat(Dataset.of(log).interactions().items()).isEqualTo(4);
  }

  @Test
  void filteringKeepsPartsOfEventsAndListsOfUsersThatStay() {
    EventLog log = builder().build().filter(row -> row >= 2);
    assertThat(log.users()).isEqualTo(IdIndex.of(List.of("ann")));
    assertThat(log.items()).isEqualTo(IdIndex.of(List.of("pot", "cup", "hat")));
    assertThat(parts(log.given())).containsExactly(Part.TEST, Part.VALIDATION);
    assertThat(lists(log)).isEqualTo(new CandidateLists.Builder().add(0, 1).add(0, 2).build(1, 3));
  }

  @Test
  void otherValuesChangeNothingThatIsGiven() {
    EventLog log = builder().build();
    assertThat(log.withValues(new float[] {1, 2, 3, 4}).given()).isEqualTo(log.given());
  }

  @Test
  void isPartOfTheChecksum() {
    EventLog log = builder().build();
    EventLog without =
        new EventLog.Builder(true)
            .add("ann", "tea", 1, 5)
            .add("bob", "cup", 1, 2)
            .add("ann", "pot", 1, 1)
            .build();
    EventLog withParts =
        new EventLog.Builder(true)
            .part(Part.TRAIN)
            .add("ann", "tea", 1, 5)
            .add("bob", "cup", 1, 2)
            .part(Part.TEST)
            .add("ann", "pot", 1, 1)
            .build();
    assertThat(without.given()).isEqualTo(Given.NOTHING);
    assertThat(withParts.given().candidates()).isEmpty();
    assertThat(withParts.checksum()).isNotEqualTo(without.checksum());
    assertThat(log.checksum())
        .isEqualTo(builder().build().checksum())
        .isNotEqualTo(builder().candidate(1, 2).build().checksum());
  }

  @Test
  void partsAreToldOfAllEventsOrNone() {
    EventLog.Builder log = new EventLog.Builder(false).add("ann", "tea", 1, 0);
    assertThatThrownBy(() -> log.part(Part.TEST))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no part was told of the events so far");
    assertThatThrownBy(() -> log.candidate(1, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> log.candidate(0, 1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void manyEventsKeepTheirParts() {
    EventLog.Builder log = new EventLog.Builder(false);
    for (int row = 0; row < 5_000; row++) {
      log.part(row % 3 == 0 ? Part.NONE : Part.TRAIN).add("u", "i", 1, 0);
    }
    List<Part> parts = parts(log.build().given());
    assertThat(parts).hasSize(5_000);
    assertThat(parts.get(4_998)).isEqualTo(Part.NONE);
    assertThat(parts.get(4_999)).isEqualTo(Part.TRAIN);
  }

  @Test
  void aSplitTakesListsOfItsOwnUsersAndItems() {
    Split split = Split.assign(Dataset.of(builder().build()), position -> Part.TRAIN);
    assertThat(split.candidates()).isEmpty();
    CandidateLists lists = new CandidateLists.Builder().add(1, 3).build(2, 4);
    Split with = split.withCandidates(Optional.of(lists));
    assertThat(with.candidates()).contains(lists);
    assertThat(with.trainingData()).isEqualTo(split.trainingData());
    CandidateLists others = new CandidateLists.Builder().add(1, 3).build(3, 4);
    assertThatThrownBy(() -> split.withCandidates(Optional.of(others)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the candidates are of other users and items");
  }

  @Test
  void everyPartCanBeTold() {
    List<Part> told = List.of(Part.values());
    EventLog.Builder log = new EventLog.Builder(false);
    told.forEach(part -> log.part(part).add("u", "i", 1, 0));
    EventParts parts = log.build().given().parts().orElseThrow();
    assertThat(IntStream.range(0, told.size()).mapToObj(parts::part).toList()).isEqualTo(told);
    assertThat(told).allMatch(parts::has);
  }
}
