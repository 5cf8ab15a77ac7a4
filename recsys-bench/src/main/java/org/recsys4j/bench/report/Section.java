package org.recsys4j.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of the page with a title of its own.
 *
 * @param id its anchor
 * @param title its title
 * @param blocks what it shows, from the top
 */
record Section(String id, String title, List<Block> blocks) {
  /** So many drawings, of some 50 kB each, have room in a section. */
  private static final int MOST_DRAWINGS = 16;

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
      @Nullable Table folded,
      @Nullable Choice choice) {}

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

  /**
   * Blocks of the same kind for each of several things, such as metrics, of which the reader looks
   * at one. Without a script, and on paper, all of them are shown, the first on top.
   *
   * @param id anchor of the list to choose from
   * @param label what is chosen
   * @param options what there is, from the top; the first is chosen
   */
  record Choice(String id, String label, List<Option> options) {
    Choice {
      options = List.copyOf(options);
    }
  }

  /**
   * One of several things to look at.
   *
   * @param id its anchor
   * @param name what it is called
   * @param blocks what it shows, from the top
   */
  record Option(String id, String name, List<Block> blocks) {
    Option {
      blocks = List.copyOf(blocks);
    }
  }

  /** Collects blocks. */
  static final class Builder {
    private final String id;
    private final String title;
    private final List<Block> blocks = new ArrayList<>();
    private int drawings;

    Builder(String id, String title) {
      this.id = id;
      this.title = title;
    }

    /** A heading of what comes next. */
    Builder heading(String text) {
      return add(new Block(new Text(text), null, null, null, null, null, null, null));
    }

    Builder paragraph(String text) {
      return add(new Block(null, new Text(text), null, null, null, null, null, null));
    }

    Builder code(String text) {
      return add(new Block(null, null, new Text(text), null, null, null, null, null));
    }

    Builder facts(List<Fact> facts) {
      return add(new Block(null, null, null, new Facts(facts), null, null, null, null));
    }

    /** A chart; after many of them its table alone, lest the page grow without bounds. */
    Builder figure(Figure figure) {
      drawings++;
      return drawings > MOST_DRAWINGS
          ? table(figure.table())
          : add(new Block(null, null, null, null, figure, null, null, null));
    }

    Builder table(Table table) {
      return add(new Block(null, null, null, null, null, table, null, null));
    }

    /** A table that the reader may open, for one of many rows. */
    Builder folded(Table table) {
      return add(new Block(null, null, null, null, null, null, table, null));
    }

    /**
     * The same for each of several things, one of which is chosen; a single one needs no choice. A
     * section has room for one choice.
     *
     * @param label what is chosen
     * @param things what there is, the first one chosen
     * @param name what the list calls a thing
     * @param show adds the blocks of a thing
     */
    <T> Builder choice(
        String label, List<T> things, Function<T, String> name, BiConsumer<Builder, T> show) {
      if (things.size() == 1) {
        show.accept(this, things.get(0));
      } else if (!things.isEmpty()) {
        String anchor = id + "-choice";
        List<Option> options = new ArrayList<>();
        for (T thing : things) {
          Builder inner = new Builder(anchor + "-" + (options.size() + 1), name.apply(thing));
          inner.drawings = drawings;
          show.accept(inner, thing);
          drawings = inner.drawings;
          options.add(new Option(inner.id, inner.title, inner.blocks));
        }
        Choice choice = new Choice(anchor, label, options);
        add(new Block(null, null, null, null, null, null, null, choice));
      }
      return this;
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
