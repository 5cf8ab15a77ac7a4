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
  private final int[] userOf;
  private final int[] itemOf;
  private final float[] valueOf;
  private final long[] timeOf; // empty where times are not known
  private final EventAttributes attributes;
  private final Given given;
  private final int size;

  private EventLog(
      Catalogue catalogue,
      int[] userOf,
      int[] itemOf,
      float[] valueOf,
      long[] timeOf,
      EventAttributes attributes,
      Given given,
      int size) {
    this.catalogue = catalogue;
    this.userOf = userOf;
    this.itemOf = itemOf;
    this.valueOf = valueOf;
    this.timeOf = timeOf;
    this.attributes = attributes;
    this.given = given;
    this.size = size;
  }

  /**
   * The number of events.
   *
   * @return zero or more
   */
  public int size() {
    return size;
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
    return userOf[row];
  }

  /**
   * What.
   *
   * @param row from 0 to {@code size() - 1}
   * @return an item index
   */
  public int item(int row) {
    return itemOf[row];
  }

  /**
   * How much: a rating, a quantity, or 1.
   *
   * @param row from 0 to {@code size() - 1}
   * @return a finite number
   */
  public float value(int row) {
    return valueOf[row];
  }

  /**
   * Whether events have times.
   *
   * @return whether {@link #time} may be called
   */
  public boolean hasTimes() {
    return timeOf.length > 0;
  }

  /**
   * When.
   *
   * @param row from 0 to {@code size() - 1}
   * @return seconds since 1970-01-01 UTC
   * @throws IllegalStateException if times are not known
   */
  public long time(int row) {
    if (!hasTimes()) {
      throw new IllegalStateException("these events have no times");
    }
    return timeOf[row];
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
    return given.parts().isEmpty()
        ? given
        : given.reorder(Interactions.order(users().size(), userOf, timeOf, size));
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
    BitSet kept = new BitSet(size);
    for (int row = 0; row < size; row++) {
      kept.set(row, keep.test(row));
    }
    int count = kept.cardinality();
    Renumbering newUsers = new Renumbering(users());
    Renumbering newItems = new Renumbering(items());
    int[] keptUsers = new int[count];
    int[] keptItems = new int[count];
    float[] keptValues = new float[count];
    int[] keptRows = attributes.isEmpty() ? new int[0] : kept.stream().toArray();
    long[] keptTimes = new long[hasTimes() ? count : 0];
    int next = 0;
    for (int row = kept.nextSetBit(0); row >= 0; row = kept.nextSetBit(row + 1)) {
      keptUsers[next] = newUsers.of(userOf[row]);
      keptItems[next] = newItems.of(itemOf[row]);
      keptValues[next] = valueOf[row];
      if (keptTimes.length > 0) {
        keptTimes[next] = timeOf[row];
      }
      next++;
    }
    Given selected = given.select(kept, newUsers, newItems);
    return new EventLog(
        catalogue.with(newUsers.ids(), newItems.ids()),
        keptUsers,
        keptItems,
        keptValues,
        keptTimes,
        attributes.select(keptRows),
        selected,
        count);
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
    if (values.length != size) {
      throw new IllegalArgumentException(values.length + " values for " + size + " events");
    }
    for (float value : values) {
      checkFinite(value);
    }
    return new EventLog(catalogue, userOf, itemOf, values.clone(), timeOf, attributes, given, size);
  }

  /**
   * Groups the events by user and orders them by time.
   *
   * @return the same events
   */
  public Interactions toInteractions() {
    return Interactions.of(
        users().size(), items().size(), userOf, itemOf, valueOf, timeOf, attributes, size);
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

  private static void checkFinite(float value) {
    if (!Float.isFinite(value)) {
      throw new IllegalArgumentException("value " + value + " is not a finite number");
    }
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%d events of %d users and %d items", size, users().size(), items().size());
  }

  /**
   * Collects events, row by row, in chunks, so that nothing is copied until the end. While {@link
   * #build} copies, it needs at most 8 bytes an event more than the log. For one thread.
   */
  public static final class Builder {
    private final IdIndex.Builder users = new IdIndex.Builder();
    private final IdIndex.Builder items = new IdIndex.Builder();
    private final GrowingColumns columns;
    private Attributes userAttributes = Attributes.NONE;
    private Attributes itemAttributes = Attributes.NONE;
    private SocialGraph social = SocialGraph.NONE;
    private KnowledgeGraph knowledge = KnowledgeGraph.NONE;
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
      checkFinite(value);
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
      checkFinite(value);
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
      userAttributes = ofUsers;
      itemAttributes = ofItems;
      return this;
    }

    /**
     * Sets who is linked with whom.
     *
     * @param links over ids of users
     * @return this
     */
    public Builder social(SocialGraph links) {
      social = links;
      return this;
    }

    /**
     * Sets facts about items.
     *
     * @param facts over ids of their own, linked with ids of items
     * @return this
     */
    public Builder knowledge(KnowledgeGraph facts) {
      knowledge = facts;
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
      int size = size();
      return new EventLog(
          new Catalogue(
              users.build(), items.build(), userAttributes, itemAttributes, social, knowledge),
          columns.takeUsers(),
          columns.takeItems(),
          columns.takeValues(),
          columns.takeTimes(),
          eventAttributes.build(),
          given.build(users.size(), items.size()),
          size);
    }
  }
}
