package org.recsys4j.data.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.recsys4j.api.data.InvalidDataException;

/**
 * Does what {@link BadRows} says about the wrong rows of one input: ends at the first, or counts
 * them and remembers a few. Whatever reads rows, of text, JSON, a database or a columnar file, goes
 * through here, so that messages and warnings are alike. For one thread.
 */
public final class RowErrors {
  private static final int EXAMPLES = 3;

  private final String name;
  private final Place place;
  private final BadRows badRows;
  private final List<String> examples = new ArrayList<>();
  private long good;
  private long bad;

  /** What numbers of rows count. */
  public enum Place {
    /** Lines of a text, from 1; a row is named by its first. */
    LINE,
    /** Rows of a table, from 1. */
    ROW
  }

  /**
   * No rows yet.
   *
   * @param name what messages call the input
   * @param place what numbers of rows count
   * @param badRows what becomes of wrong rows
   */
  public RowErrors(String name, Place place, BadRows badRows) {
    this.name = name;
    this.place = place;
    this.badRows = badRows;
  }

  /**
   * Does something with a row.
   *
   * @param number the row's number
   * @param row the row
   * @param action what to do; it must have no effect if it throws a {@link BadRowException}
   * @param <R> the kind of row
   * @throws InvalidDataException if the row is wrong, and wrong rows are not skipped
   */
  public <R> void attempt(long number, R row, Consumer<? super R> action) {
    try {
      action.accept(row);
      good++;
    } catch (BadRowException e) {
      refuse(number, e.problem());
    }
  }

  /**
   * Tells of a wrong row.
   *
   * @param number the row's number
   * @param problem what is wrong
   * @throws InvalidDataException unless wrong rows are skipped
   */
  public void refuse(long number, String problem) {
    if (badRows == BadRows.FAIL) {
      throw failure(number, problem);
    }
    bad++;
    if (examples.size() < EXAMPLES) {
      examples.add(place() + " " + number + ": " + problem);
    }
  }

  /**
   * A failure at a row that cannot be skipped, such as damage.
   *
   * @param number the row's number
   * @param problem what is wrong
   * @return an exception that names input, row and problem
   */
  public InvalidDataException failure(long number, String problem) {
    return place == Place.LINE
        ? InvalidDataException.at(name, number, problem)
        : new InvalidDataException(name + ": row " + number + ": " + problem);
  }

  private String place() {
    return place.name().toLowerCase(Locale.ROOT);
  }

  /**
   * Ends reading.
   *
   * @param warnings told once, if rows were skipped
   * @return how many rows were good
   * @throws InvalidDataException if all rows were wrong
   */
  public long finish(Consumer<String> warnings) {
    if (bad > 0) {
      String warning =
          String.format(
              Locale.ROOT,
              "%s: skipped %d of %d rows, such as %s",
              name,
              bad,
              good + bad,
              String.join("; ", examples));
      if (good == 0) {
        throw new InvalidDataException(warning);
      }
      warnings.accept(warning);
    }
    return good;
  }
}
