package org.recsys4j.api.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttributesTest {
  private static Attributes films() {
    return new Attributes.Builder(List.of(Attributes.TITLE, "year"))
        .add("m2", List.of("Alien", "1979"))
        .add("m1", List.of("Brazil", ""))
        .build();
  }

  @Test
  void hasACellForEachIdAndColumn() {
    assertThat(films().value("m2", "year")).contains("1979");
    assertThat(films().value("m1", "title")).contains("Brazil");
    assertThat(films().columns()).containsExactly("title", "year");
    assertThat(films().ids()).containsExactly("m2", "m1");
    assertThat(films()).hasToString("Attributes[title, year] of 2 ids");
  }

  @Test
  void answersEmptyWhereNothingIsKnown() {
    assertThat(films().value("m1", "year")).isEmpty();
    assertThat(films().value("m1", "genre")).isEmpty();
    assertThat(films().value("m3", "title")).isEmpty();
    assertThat(films().row("m3").value("title")).isEmpty();
    assertThat(films().row("m2").value("title")).contains("Alien");
    assertThat(Attributes.NONE.value("m1", "title")).isEmpty();
    assertThat(Attributes.NONE.ids()).isEmpty();
  }

  @Test
  void aSecondRowReplacesTheFirstAndAnEmptyOneRemovesIt() {
    Attributes.Builder builder =
        new Attributes.Builder(List.of("year"))
            .add("a", List.of("1"))
            .add("a", List.of("2"))
            .add("b", List.of("3"));
    Attributes before = builder.build();
    Attributes after = builder.add("b", List.of("")).build();
    assertThat(before.value("a", "year")).contains("2");
    assertThat(before.ids()).containsExactly("a", "b");
    assertThat(after.ids()).containsExactly("a");
  }

  @Test
  void copiesItsCells() {
    List<String> cells = new ArrayList<>(List.of("1979"));
    Attributes table = new Attributes.Builder(List.of("year")).add("a", cells).build();
    cells.set(0, "1980");
    assertThat(table.value("a", "year")).contains("1979");
    assertThat(table)
        .isEqualTo(new Attributes.Builder(List.of("year")).add("a", List.of("1979")).build())
        .isNotEqualTo(new Attributes.Builder(List.of("year")).add("a", cells).build())
        .isNotEqualTo(new Attributes.Builder(List.of("date")).add("a", List.of("1979")).build());
  }

  @Test
  void refusesRowsOfAnotherWidth() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Attributes.Builder(List.of("year")).add("a", List.of("1", "2")))
        .withMessage("2 cells in a table of 1 columns");
  }
}
