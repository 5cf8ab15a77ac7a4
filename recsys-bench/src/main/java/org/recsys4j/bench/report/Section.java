package org.recsys4j.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A part of the page with a title of its own.
 *
 * @param id its anchor
 * @param title its title
 * @param blocks what it shows, from the top
 */
record Section(String id, String title, List<Block> blocks) {
  Section {
    blocks = List.copyOf(blocks);
  }

  /** One thing of a section; exactly one of its components is there, as the template wants it. */
  record Block(
      @Nullable Text heading,
      @Nullable Text paragraph,
      @Nullable Text code,
      @Nullable Facts facts,
      @Nullable Figure figure,
      @Nullable Table table,
      @Nullable Table folded) {}

  /** Some words. */
  record Text(String text) {}

  /** Names and values. */
  record Facts(List<Fact> rows) {
    Facts {
      rows = List.copyOf(rows);
    }
  }

  /** A name and a value. */
  record Fact(String name, String value) {}

  /**
   * A chart with its numbers.
   *
   * @param caption what it shows
   * @param svg the drawing, an {@code svg} element
   * @param table the numbers
   */
  record Figure(String caption, String svg, Table table) {}

  /** Collects blocks. */
  static final class Builder {
    private final String id;
    private final String title;
    private final List<Block> blocks = new ArrayList<>();

    Builder(String id, String title) {
      this.id = id;
      this.title = title;
    }

    /** A heading of what comes next. */
    Builder heading(String text) {
      return add(new Block(new Text(text), null, null, null, null, null, null));
    }

    Builder paragraph(String text) {
      return add(new Block(null, new Text(text), null, null, null, null, null));
    }

    Builder code(String text) {
      return add(new Block(null, null, new Text(text), null, null, null, null));
    }

    Builder facts(List<Fact> facts) {
      return add(new Block(null, null, null, new Facts(facts), null, null, null));
    }

    Builder figure(Figure figure) {
      return add(new Block(null, null, null, null, figure, null, null));
    }

    Builder table(Table table) {
      return add(new Block(null, null, null, null, null, table, null));
    }

    /** A table that the reader may open, for one of many rows. */
    Builder folded(Table table) {
      return add(new Block(null, null, null, null, null, null, table));
    }

    private Builder add(Block block) {
      blocks.add(block);
      return this;
    }

    /** Empty where there is nothing to show. */
    Optional<Section> build() {
      return blocks.isEmpty() ? Optional.empty() : Optional.of(new Section(id, title, blocks));
    }
  }
}
