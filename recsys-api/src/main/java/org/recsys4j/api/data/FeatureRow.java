package org.recsys4j.api.data;

import java.util.Optional;

/**
 * What feature extractors read: a user or an item, with what is known of it beforehand, its events
 * of the training part, and the numbers that the extractors before made of it. A single event is a
 * row, too, whose history is that event. Immutable.
 */
public final class FeatureRow {
  private static final float[] NO_NUMBERS = {};

  private final String id;
  private final Attributes.Row attributes;
  private final UserHistory events;
  private final float[] numbers;

  private FeatureRow(String id, Attributes.Row attributes, UserHistory events, float[] numbers) {
    this.id = id;
    this.attributes = attributes;
    this.events = events;
    this.numbers = numbers;
  }

  /**
   * A row without numbers.
   *
   * @param id external id of the user or item
   * @param attributes what is known of it
   * @param events its training events, oldest first; in those of an item, users stand in the place
   *     of items
   * @return the row
   */
  public static FeatureRow of(String id, Attributes.Row attributes, UserHistory events) {
    return new FeatureRow(id, attributes, events, NO_NUMBERS);
  }

  /**
   * A row without events.
   *
   * @param id external id of the user or item
   * @param attributes what is known of it
   * @return the row
   */
  public static FeatureRow of(String id, Attributes.Row attributes) {
    return of(id, attributes, UserHistory.of());
  }

  /**
   * Who or what this is.
   *
   * @return external id
   */
  public String id() {
    return id;
  }

  /**
   * A cell.
   *
   * @param column name of an attribute
   * @return the text, or empty where there is none
   */
  public Optional<String> value(String column) {
    return attributes.value(column);
  }

  /**
   * What happened in the training part.
   *
   * @return the events, oldest first; those of an item by time, then by user
   */
  public UserHistory events() {
    return events;
  }

  /**
   * How many numbers the extractors before made of the row.
   *
   * @return the width of their schema
   */
  public int numbers() {
    return numbers.length;
  }

  /**
   * A number that the extractors before made of the row.
   *
   * @param place from 0 to {@code numbers() - 1}
   * @return a finite number
   */
  public float number(int place) {
    return numbers[place];
  }

  /**
   * The same row with other numbers.
   *
   * @param others the numbers
   * @return a new row
   */
  public FeatureRow with(float... others) {
    return new FeatureRow(id, attributes, events, others.clone());
  }

  @Override
  public String toString() {
    return "row of " + id;
  }
}
