package org.recsys4j.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TextTableTest {
  @Test
  void alignsColumnsAndWrapsTheLast() {
    TextTable table =
        new TextTable(TextTable.Side.LEFT, TextTable.Side.RIGHT, TextTable.Side.LEFT)
            .row("name", "n", "meaning")
            .row("a", "100", "one two three four five");

    assertThat(table.render(24))
        .isEqualTo(
            """
            name    n  meaning
            a     100  one two three
                       four five
            """);
  }

  @Test
  void refusesRowsOfAnotherWidth() {
    TextTable table = new TextTable(TextTable.Side.LEFT);
    assertThatThrownBy(() -> table.row("a", "b")).isInstanceOf(IllegalArgumentException.class);
  }
}
