package org.recsys4j.api.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.IntPredicate;

/**
 * Events in the order of their source, in columns: who, what, how much, when. Immutable.
 *
 * <p>Holds 12 bytes an event, 20 with times, plus the ids; at most 2^31 - 9 events. Preparations
 * work on this form, because "the first of equal events" and "the same row of the file" mean
 * something here.
 */
public final class EventLog {
  private final IdIndex users;
  private final IdIndex items;
  private final Attributes userAttributes;
  private final Attributes itemAttributes;
  private final int[] userOf;
  private final int[] itemOf;
  private final float[] valueOf;
  private final long[] timeOf; // empty where times are not known
  private final int size;

  private EventLog(
      IdIndex users,
      IdIndex items,
      Attributes userAttributes,
      Attributes itemAttributes,
      int[] userOf,
      int[] itemOf,
      float[] valueOf,
      long[] timeOf,
      int size) {
    this.users = users;
    this.items = items;
    this.userAttributes = userAttributes;
    this.itemAttributes = itemAttributes;
    this.userOf = userOf;
    this.itemOf = itemOf;
    this.valueOf = valueOf;
    this.timeOf = timeOf;
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
   * The users, each with at least one event, in the order of their first events.
   *
   * @return their ids
   */
  public IdIndex users() {
    return users;
  }

  /**
   * The items, each with at least one event, in the order of their first events.
   *
   * @return their ids
   */
  public IdIndex items() {
    return items;
  }

  /**
   * What is known of users.
   *
   * @return a table, perhaps empty
   */
  public Attributes userAttributes() {
    return userAttributes;
  }

  /**
   * What is known of items.
   *
   * @return a table, perhaps empty
   */
  public Attributes itemAttributes() {
    return itemAttributes;
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
   * Some of the events, in the same order. Users and items without an event left are forgotten.
   *
   * @param keep tells of a row whether it stays
   * @return the rows that stay
   */
  public EventLog filter(IntPredicate keep) {
    Builder builder = new Builder(hasTimes());
    builder.attributes(userAttributes, itemAttributes);
    for (int row = 0; row < size; row++) {
      if (keep.test(row)) {
        long time = hasTimes() ? timeOf[row] : 0;
        builder.add(users.id(userOf[row]), items.id(itemOf[row]), valueOf[row], time);
      }
    }
    return builder.build();
  }

  /**
   * The same events with other values.
   *
   * @param values one finite number a row
   * @return a new log
   */
  public EventLog withValues(float[] values) {
    if (values.length != size) {
      throw new IllegalArgumentException(values.length + " values for " + size + " events");
    }
    return new EventLog(
        users, items, userAttributes, itemAttributes, userOf, itemOf, values.clone(), timeOf, size);
  }

  /**
   * Groups the events by user and orders them by time.
   *
   * @return the same events
   */
  public Interactions toInteractions() {
    return Interactions.of(users.size(), items.size(), userOf, itemOf, valueOf, timeOf, size);
  }

  /**
   * SHA-256 over all events in order: equal checksums mean equal data, whatever file they came
   * from.
   *
   * @return 64 hexadecimal digits
   */
  public String checksum() {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
    update(digest, users);
    update(digest, items);
    ByteBuffer row = ByteBuffer.allocate(20);
    for (int i = 0; i < size; i++) {
      row.clear().putInt(userOf[i]).putInt(itemOf[i]).putFloat(valueOf[i]);
      row.putLong(hasTimes() ? timeOf[i] : Long.MIN_VALUE);
      digest.update(row.flip());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void update(MessageDigest digest, IdIndex ids) {
    for (int i = 0; i < ids.size(); i++) {
      digest.update(ids.id(i).getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    digest.update((byte) 1);
  }

  @Override
  public String toString() {
    return "%d events of %d users and %d items".formatted(size, users.size(), items.size());
  }

  /** Collects events, row by row. For one thread. */
  public static final class Builder {
    private static final int LARGEST = Integer.MAX_VALUE - 8;

    private final boolean times;
    private final IdIndex.Builder users = new IdIndex.Builder();
    private final IdIndex.Builder items = new IdIndex.Builder();
    private Attributes userAttributes = Attributes.NONE;
    private Attributes itemAttributes = Attributes.NONE;
    private int[] userOf = new int[1024];
    private int[] itemOf = new int[1024];
    private float[] valueOf = new float[1024];
    private long[] timeOf;
    private int size;

    /**
     * An empty builder.
     *
     * @param times whether events have times
     */
    public Builder(boolean times) {
      this.times = times;
      this.timeOf = new long[times ? 1024 : 0];
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
      if (!Float.isFinite(value)) {
        throw new IllegalArgumentException("value " + value + " is not a finite number");
      }
      if (size == userOf.length) {
        grow();
      }
      userOf[size] = users.add(user);
      itemOf[size] = items.add(item);
      valueOf[size] = value;
      if (times) {
        timeOf[size] = time;
      }
      size++;
      return this;
    }

    private void grow() {
      if (size == LARGEST) {
        throw new InvalidDataException("more than " + LARGEST + " events");
      }
      int capacity = (int) Math.min(LARGEST, size + (size >> 1) + 1L);
      userOf = Arrays.copyOf(userOf, capacity);
      itemOf = Arrays.copyOf(itemOf, capacity);
      valueOf = Arrays.copyOf(valueOf, capacity);
      timeOf = times ? Arrays.copyOf(timeOf, capacity) : timeOf;
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
     * How many events were added.
     *
     * @return number of rows
     */
    public int size() {
      return size;
    }

    /**
     * Freezes what was added. The builder must not be used afterwards, since columns are handed
     * over, not copied.
     *
     * @return the log
     */
    public EventLog build() {
      return new EventLog(
          users.build(),
          items.build(),
          userAttributes,
          itemAttributes,
          userOf,
          itemOf,
          valueOf,
          timeOf,
          size);
    }
  }
}
