package org.recsys4j.api.data;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of each event beside who, what, how much and when: the device, the country, the
 * session. A table of texts with named columns and one row an event; immutable.
 *
 * <p>A column holds each of its different texts once, and 4 bytes an event. The empty text stands
 * for what is not known.
 */
public final class EventAttributes {
  /** Nothing is known of any event. */
  public static final EventAttributes NONE = new EventAttributes(List.of(), List.of(), List.of());

  private final List<String> columns;
  private final List<IdIndex> texts;
  private final List<int[]> codes;

  private EventAttributes(List<String> columns, List<IdIndex> texts, List<int[]> codes) {
    this.columns = columns;
    this.texts = texts;
    this.codes = codes;
  }

  /**
   * A table from its columns.
   *
   * @param columns names of the columns, each once
   * @param texts the different texts of each column
   * @param codes for each column the index in {@code texts} of each event's text; copied
   * @return the table; {@link #NONE} where there are no columns or no events
   * @throws IllegalArgumentException if a name occurs twice or the lists do not fit one another
   * @throws IndexOutOfBoundsException if there is no such text
   */
  public static EventAttributes of(List<String> columns, List<IdIndex> texts, List<int[]> codes) {
    if (texts.size() != columns.size() || codes.size() != columns.size()) {
      throw new IllegalArgumentException("columns, texts and codes differ in number");
    }
    refuseTwice(columns);
    List<int[]> copies = new ArrayList<>();
    for (int column = 0; column < codes.size(); column++) {
      int[] copy = codes.get(column).clone();
      if (copy.length != codes.get(0).length) {
        throw new IllegalArgumentException("columns differ in length");
      }
      for (int code : copy) {
        Objects.checkIndex(code, texts.get(column).size());
      }
      copies.add(copy);
    }
    return columns.isEmpty() || copies.get(0).length == 0
        ? NONE
        : new EventAttributes(List.copyOf(columns), List.copyOf(texts), List.copyOf(copies));
  }

  private static void refuseTwice(List<String> columns) {
    HashSet<String> names = new HashSet<>();
    for (String column : columns) {
      if (!names.add(column)) {
        throw new IllegalArgumentException("two columns \"" + column + "\"");
      }
    }
  }

  /**
   * The names of the columns.
   *
   * @return names in the order of the source; none where nothing is known
   */
  public List<String> columns() {
    return columns;
  }

  /**
   * Whether there is no column.
   *
   * @return whether nothing is known of any event
   */
  public boolean isEmpty() {
    return columns.isEmpty();
  }

  /**
   * The different texts of a column.
   *
   * @param column from 0 to {@code columns().size() - 1}
   * @return the texts, the empty one among them where something is not known
   */
  public IdIndex texts(int column) {
    return texts.get(column);
  }

  /**
   * The text of an event, as a number.
   *
   * @param event a row of an {@link EventLog}, or a position of {@link Interactions}, whichever
   *     this table belongs to
   * @param column from 0 to {@code columns().size() - 1}
   * @return an index in {@code texts(column)}
   */
  public int code(int event, int column) {
    return codes.get(column)[event];
  }

  /**
   * The cell of an event and a column.
   *
   * @param event as in {@link #code}
   * @param column name of a column
   * @return the text, or empty where there is no such column or nothing in the cell
   */
  public Optional<String> value(int event, String column) {
    int index = columns.indexOf(column);
    return index < 0
        ? Optional.empty()
        : Optional.of(texts.get(index).id(code(event, index))).filter(text -> !text.isEmpty());
  }

  /**
   * The row of an event, for feature extractors.
   *
   * @param event as in {@link #code}
   * @return the row
   */
  public Attributes.Row row(int event) {
    return column -> value(event, column);
  }

  /**
   * Without some columns, such as those that nobody must see.
   *
   * @param names columns; others than there are do no harm
   * @return the columns that are left
   */
  public EventAttributes without(List<String> names) {
    List<String> left = new ArrayList<>();
    List<IdIndex> leftTexts = new ArrayList<>();
    List<int[]> leftCodes = new ArrayList<>();
    for (int column = 0; column < columns.size(); column++) {
      if (!names.contains(columns.get(column))) {
        left.add(columns.get(column));
        leftTexts.add(texts.get(column));
        leftCodes.add(codes.get(column));
      }
    }
    return left.isEmpty()
        ? NONE
        : new EventAttributes(List.copyOf(left), List.copyOf(leftTexts), List.copyOf(leftCodes));
  }

  /** The rows of some events, in the same order. */
  EventAttributes select(BitSet kept) {
    return isEmpty() ? this : select(kept.stream().toArray());
  }

  /** The rows of some events, in their order: event i is what {@code events[i]} was. */
  EventAttributes select(int[] events) {
    if (isEmpty() || events.length == 0) {
      return NONE;
    }
    List<int[]> selected = new ArrayList<>();
    for (int[] of : codes) {
      int[] column = new int[events.length];
      for (int i = 0; i < column.length; i++) {
        column[i] = of[events[i]];
      }
      selected.add(column);
    }
    return new EventAttributes(columns, texts, List.copyOf(selected));
  }

  /** The rows of this table followed by those of another, where both have the same columns. */
  EventAttributes concat(EventAttributes later, int events, int laterEvents) {
    if (events == 0 || laterEvents == 0) {
      return events == 0 ? later : this;
    }
    if (!columns.equals(later.columns)) {
      return NONE;
    }
    List<IdIndex> allTexts = new ArrayList<>();
    List<int[]> allCodes = new ArrayList<>();
    for (int column = 0; column < columns.size(); column++) {
      IdIndex.Builder both = new IdIndex.Builder();
      int[] all = new int[events + laterEvents];
      for (int i = 0; i < all.length; i++) {
        EventAttributes of = i < events ? this : later;
        int event = i < events ? i : i - events;
        all[i] = both.add(of.texts.get(column).id(of.code(event, column)));
      }
      allTexts.add(both.build());
      allCodes.add(all);
    }
    return columns.isEmpty() ? NONE : new EventAttributes(columns, allTexts, allCodes);
  }

  /** Refuses tables that do not have a row for each event. */
  EventAttributes check(int events) {
    if (!isEmpty() && codes.get(0).length != events) {
      throw new IllegalArgumentException(
          "a table of " + codes.get(0).length + " events for " + events);
    }
    return this;
  }

  /** Adds nothing where nothing is known. */
  void update(MessageDigest digest) {
    for (int column = 0; column < columns.size(); column++) {
      LogChecksum.update(digest, columns.get(column));
      for (int code : codes.get(column)) {
        LogChecksum.update(digest, texts.get(column).id(code));
      }
    }
  }

  /** Equal tables say the same of every event, however they number the texts. */
  @Override
  public boolean equals(Object other) {
    return other instanceof EventAttributes that
        && columns.equals(that.columns)
        && (isEmpty() || sameCells(that));
  }

  private boolean sameCells(EventAttributes that) {
    int events = codes.get(0).length;
    if (that.codes.get(0).length != events) {
      return false;
    }
    for (int column = 0; column < columns.size(); column++) {
      for (int event = 0; event < events; event++) {
        if (!texts
            .get(column)
            .id(code(event, column))
            .equals(that.texts.get(column).id(that.code(event, column)))) {
          return false;
        }
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    return columns.hashCode();
  }

  @Override
  public String toString() {
    return "EventAttributes" + columns;
  }

  /** Collects cells, event by event. For one thread. */
  static final class Builder {
    private static final String NOTHING = "";

    private List<String> columns = List.of();
    private final List<IdIndex.Builder> texts = new ArrayList<>();
    private final List<int[]> codes = new ArrayList<>();
    private int size;

    void columns(List<String> names) {
      refuseTwice(names);
      columns = List.copyOf(names);
      for (int column = 0; column < columns.size(); column++) {
        IdIndex.Builder different = new IdIndex.Builder();
        different.add(NOTHING); // whose code is what a new array holds
        texts.add(different);
        codes.add(new int[1 << 10]);
      }
    }

    /** One event was added. */
    void event() {
      if (columns.isEmpty()) {
        return;
      }
      if (size == codes.get(0).length) {
        codes.replaceAll(of -> Arrays.copyOf(of, (int) Math.min(Integer.MAX_VALUE - 8, 2L * size)));
      }
      size++;
    }

    /** A cell of the event that was added last. */
    void cell(int column, String text) {
      codes.get(column)[size - 1] = texts.get(column).add(text);
    }

    EventAttributes build() {
      if (columns.isEmpty() || size == 0) {
        return NONE;
      }
      codes.replaceAll(of -> Arrays.copyOf(of, size));
      return new EventAttributes(
          columns, texts.stream().map(IdIndex.Builder::build).toList(), List.copyOf(codes));
    }
  }
}
