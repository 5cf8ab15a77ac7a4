package org.recsys4j.api.data;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.IntPredicate;
import org.recsys4j.api.data.Split.Part;

/**
 * Events in the order of their source, in columns: who, what, how much, when. Immutable.
 *
 * <p>Holds 12 bytes an event, 20 with times, 4 more a column of what is known of events, plus the
 * ids; at most 2^31 - 9 events. Preparations work on this form, because "the first of equal events"
 * and "the same row of the file" mean something here.
 */
public final class EventLog {
  private final Catalogue catalogue;
  private final LogColumns columns;
  private final EventAttributes attributes;
  private final Given given;

  private EventLog(
      Catalogue catalogue, LogColumns columns, EventAttributes attributes, Given given) {
    this.catalogue = catalogue;
    this.columns = columns;
    this.attributes = attributes;
    this.given = given;
  }

  /**
   * The number of events.
   *
   * @return zero or more
   */
  public int size() {
    return columns.size();
  }

  /**
   * Who and what there is, and what is known of them.
   *
   * @return {@link #users} and {@link #items} with their tables and graphs
   */
  public Catalogue catalogue() {
    return catalogue;
  }

  /**
   * The users, each with at least one event, in the order of their first events.
   *
   * @return their ids
   */
  public IdIndex users() {
    return catalogue.users();
  }

  /**
   * The items, each with at least one event, in the order of their first events; behind them those
   * that occur in given candidate lists alone.
   *
   * @return their ids
   */
  public IdIndex items() {
    return catalogue.items();
  }

  /**
   * What is known of users.
   *
   * @return a table, perhaps empty
   */
  public Attributes userAttributes() {
    return catalogue.userAttributes();
  }

  /**
   * What is known of items.
   *
   * @return a table, perhaps empty
   */
  public Attributes itemAttributes() {
    return catalogue.itemAttributes();
  }

  /**
   * Who.
   *
   * @param row from 0 to {@code size() - 1}
   * @return a user index
   */
  public int user(int row) {
    return columns.user(row);
  }

  /**
   * What.
   *
   * @param row from 0 to {@code size() - 1}
   * @return an item index
   */
  public int item(int row) {
    return columns.item(row);
  }

  /**
   * How much: a rating, a quantity, or 1.
   *
   * @param row from 0 to {@code size() - 1}
   * @return a finite number
   */
  public float value(int row) {
    return columns.value(row);
  }

  /**
   * Whether events have times.
   *
   * @return whether {@link #time} may be called
   */
  public boolean hasTimes() {
    return columns.hasTimes();
  }

  /**
   * When.
   *
   * @param row from 0 to {@code size() - 1}
   * @return seconds since 1970-01-01 UTC
   * @throws IllegalStateException if times are not known
   */
  public long time(int row) {
    return columns.time(row);
  }

  /**
   * What is known of each event.
   *
   * @return a table with a row an event, perhaps without columns
   */
  public EventAttributes attributes() {
    return attributes;
  }

  /**
   * What the source tells of a split and of candidates of its own.
   *
   * @return parts by row, and lists; {@link Given#NOTHING} for most sources
   */
  public Given given() {
    return given;
  }

  /** Parts by position of {@link #toInteractions}. */
  Given givenByPosition() {
    return given.parts().isEmpty() ? given : given.reorder(columns.order(users().size()));
  }

  /**
   * Some of the events, in the same order. Users and items without an event left are forgotten;
   * given candidate lists stay as they are for users who stay, with all of their items. Needs an
   * eighth of a byte an event besides the result.
   *
   * @param keep tells of a row whether it stays; asked once a row, in order
   * @return the rows that stay
   */
  public EventLog filter(IntPredicate keep) {
    BitSet kept = new BitSet(size());
    for (int row = 0; row < size(); row++) {
      kept.set(row, keep.test(row));
    }
    Renumbering users = new Renumbering(users());
    Renumbering items = new Renumbering(items());
    LogColumns left = columns.select(kept, users, items);
    Given told = given.select(kept, users, items);
    Catalogue known = catalogue.with(users.ids(), items.ids());
    return new EventLog(known, left, attributes.select(kept), told);
  }

  /**
   * The same events with other values.
   *
   * @param values one finite number a row
   * @return a new log
   * @throws IllegalArgumentException if there are more or fewer values than events, or one is not
   *     finite
   */
  public EventLog withValues(float[] values) {
    return new EventLog(catalogue, columns.withValues(values), attributes, given);
  }

  /**
   * Groups the events by user and orders them by time.
   *
   * @return the same events
   */
  public Interactions toInteractions() {
    return columns.toInteractions(users().size(), items().size(), attributes);
  }

  /**
   * SHA-256 over all events in order, and over what is given with them: equal checksums mean equal
   * data, whatever file they came from.
   *
   * @return 64 hexadecimal digits
   */
  public String checksum() {
    return LogChecksum.of(this);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%d events of %d users and %d items", size(), users().size(), items().size());
  }

  /**
   * Collects events, row by row, in chunks, so that nothing is copied until the end. While {@link
   * #build} copies, it needs at most 8 bytes an event more than the log. For one thread.
   */
  public static final class Builder {
    private final IdIndex.Builder users = new IdIndex.Builder();
    private final IdIndex.Builder items = new IdIndex.Builder();
    private final GrowingColumns columns;
    private Catalogue known = Catalogue.EMPTY;
    private final EventAttributes.Builder eventAttributes = new EventAttributes.Builder();
    private final Given.Builder given = new Given.Builder();

    /**
     * An empty builder.
     *
     * @param times whether events have times
     */
    public Builder(boolean times) {
      this.columns = new GrowingColumns(times);
    }

    /**
     * The users so far. Whoever adds one there adds an event of that user, too.
     *
     * @return ids of users
     */
    public IdIndex.Builder users() {
      return users;
    }

    /**
     * The items so far. Whoever adds one there adds an event or a candidate with that item, too.
     *
     * @return ids of items
     */
    public IdIndex.Builder items() {
      return items;
    }

    /**
     * Adds an event.
     *
     * @param user id of the user
     * @param item id of the item
     * @param value how much
     * @param time seconds since 1970-01-01 UTC; does not matter where events have no times
     * @return this
     * @throws IllegalArgumentException if an id is empty or the value is not finite
     * @throws InvalidDataException if there are more events than a log holds
     */
    public Builder add(String user, String item, float value, long time) {
      if (user.isEmpty() || item.isEmpty()) {
        throw new IllegalArgumentException((user.isEmpty() ? "user" : "item") + " id is empty");
      }
      LogColumns.checkFinite(value);
      return add(users.add(user), items.add(item), value, time);
    }

    /**
     * Adds an event.
     *
     * @param user index of the user in {@link #users}
     * @param item index of the item in {@link #items}
     * @param value how much
     * @param time seconds since 1970-01-01 UTC; does not matter where events have no times
     * @return this
     * @throws IllegalArgumentException if the value is not finite
     * @throws IndexOutOfBoundsException if there is no such user or item
     * @throws InvalidDataException if there are more events than a log holds
     */
    public Builder add(int user, int item, float value, long time) {
      LogColumns.checkFinite(value);
      Objects.checkIndex(user, users.size());
      Objects.checkIndex(item, items.size());
      columns.add(user, item, value, time);
      given.event();
      eventAttributes.event();
      return this;
    }

    /**
     * Names the columns of what is known of each event. Called before the first event, or never.
     *
     * @param names each once
     * @return this
     * @throws IllegalArgumentException if a name occurs twice
     * @throws IllegalStateException if events were added
     */
    public Builder columns(List<String> names) {
      if (size() > 0) {
        throw new IllegalStateException("there are events without these columns");
      }
      eventAttributes.columns(names);
      return this;
    }

    /**
     * Tells something of the event that was added last.
     *
     * @param column from 0, in the order of {@link #columns}
     * @param text what is known; without this call, nothing is
     * @return this
     * @throws IndexOutOfBoundsException if there is no such column
     */
    public Builder cell(int column, String text) {
      eventAttributes.cell(column, text);
      return this;
    }

    /**
     * Tells the part of the events that are added from now on, for a source that brings a split of
     * its own. Called before the first event, or never.
     *
     * @param ofNextEvents where they go
     * @return this
     * @throws IllegalStateException if events were added whose part was not told
     */
    public Builder part(Part ofNextEvents) {
      given.part(ofNextEvents, size());
      return this;
    }

    /**
     * Tells an item to rank for a user of the test part, for a source that brings such lists.
     *
     * @param user index of the user in {@link #users}
     * @param item index of the item in {@link #items}; it may have no event
     * @return this
     * @throws IndexOutOfBoundsException if there is no such user or item
     */
    public Builder candidate(int user, int item) {
      given.candidate(
          Objects.checkIndex(user, users.size()), Objects.checkIndex(item, items.size()));
      return this;
    }

    /**
     * Sets what is known of users and items; rows for ids without events do no harm.
     *
     * @param ofUsers a table with one row a user
     * @param ofItems a table with one row an item
     * @return this
     */
    public Builder attributes(Attributes ofUsers, Attributes ofItems) {
      known = known.with(ofUsers, ofItems);
      return this;
    }

    /**
     * Sets what connects users and items beside the events; without this call, nothing does.
     *
     * @param links who is linked with whom, over ids of users
     * @param facts of items, over ids of their own, linked with ids of items
     * @return this
     */
    public Builder graphs(SocialGraph links, KnowledgeGraph facts) {
      known = known.with(links, facts);
      return this;
    }

    /**
     * How many events were added.
     *
     * @return number of rows
     */
    public int size() {
      return columns.size();
    }

    /**
     * Freezes what was added, once: the builder gives up its memory on the way.
     *
     * @return the log
     * @throws IllegalStateException if it was called before
     */
    public EventLog build() {
      Catalogue catalogue = known.with(users.build(), items.build());
      Given told = given.build(users.size(), items.size());
      return new EventLog(catalogue, columns.take(), eventAttributes.build(), told);
    }
  }
}
