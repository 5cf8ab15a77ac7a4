package org.recsys4j.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  /** One thing of a section; exactly one of its components is there. */
  record Block(
      Optional<Text> paragraph,
      Optional<Text> code,
      Optional<Facts> facts,
      Optional<Figure> figure,
      Optional<Table> table) {}

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

    Builder paragraph(String text) {
      return add(Optional.of(new Text(text)), Optional.empty(), Optional.empty());
    }

    Builder code(String text) {
      return add(Optional.empty(), Optional.of(new Text(text)), Optional.empty());
    }

    Builder facts(List<Fact> facts) {
      return add(Optional.empty(), Optional.empty(), Optional.of(new Facts(facts)));
    }

    private Builder add(Optional<Text> paragraph, Optional<Text> code, Optional<Facts> facts) {
      blocks.add(new Block(paragraph, code, facts, Optional.empty(), Optional.empty()));
      return this;
    }

    Builder figure(Figure figure) {
      blocks.add(
          new Block(
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.of(figure),
              Optional.empty()));
      return this;
    }

    Builder table(Table table) {
      blocks.add(
          new Block(
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.of(table)));
      return this;
    }

    /** Empty where there is nothing to show. */
    Optional<Section> build() {
      return blocks.isEmpty() ? Optional.empty() : Optional.of(new Section(id, title, blocks));
    }
  }
}
