package org.recsys4j.data.text;

import org.jspecify.annotations.Nullable;

/**
 * Checks of cells that a reader has as texts, since it read JSON or asked a database: the same
 * rules and messages as those of a {@link Row}.
 */
public final class Cells {
  private Cells() {}

  /**
   * A cell as an id.
   *
   * @param role what messages call it
   * @param text the cell, null where there is none
   * @return the text
   * @throws BadRowException if there is nothing in it, or white space alone, or what no id can have
   */
  public static String id(String role, @Nullable String text) {
    if (text == null || text.isBlank()) {
      throw new BadRowException(role + " id is empty");
    }
    return text(role, text);
  }

  /**
   * A cell as a text.
   *
   * @param role what messages call it
   * @param text the cell, null where there is none
   * @return the text, empty where there is none
   * @throws BadRowException if it has what no text can have
   */
  public static String text(String role, @Nullable String text) {
    if (text == null) {
      return "";
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        throw new BadRowException(role + " " + Snippet.of(text) + " has a NUL character");
      }
      if (Character.isSurrogate(c)) {
        if (!Character.isHighSurrogate(c)
            || i + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          throw new BadRowException(role + " " + Snippet.of(text) + " has half a character");
        }
        i++;
      }
    }
    return text;
  }

  /**
   * A cell as a number.
   *
   * @param role what messages call it
   * @param text the cell
   * @return the nearest float
   * @throws BadRowException if it is none, or too large
   */
  public static float number(String role, String text) {
    float number = Numbers.toFloat(text.toCharArray(), 0, text.length());
    if (!Float.isFinite(number)) {
      throw new BadRowException(role + " " + Snippet.of(text) + " " + problem(number));
    }
    return number;
  }

  /**
   * A number that was one already.
   *
   * @param role what messages call it
   * @param number any
   * @return the nearest float
   * @throws BadRowException if it is NaN, or too large
   */
  public static float number(String role, double number) {
    float nearest = (float) number;
    if (!Float.isFinite(nearest)) {
      throw new BadRowException(role + " \"" + number + "\" " + problem(nearest));
    }
    return nearest;
  }

  static String problem(float number) {
    return Float.isNaN(number) ? "is not a number" : "is too large a number";
  }

  /**
   * A cell as a time.
   *
   * @param role what messages call it
   * @param text the cell
   * @param format how it is written
   * @return seconds since 1970-01-01 UTC, in the years 1 to 9999
   * @throws BadRowException if it is none
   */
  public static long seconds(String role, String text, TimeFormat format) {
    return format.seconds(role, text.toCharArray(), 0, text.length());
  }

  /**
   * A time that was a number of units already.
   *
   * @param role what messages call it
   * @param number how many units since 1970-01-01 UTC
   * @param format which units; of {@link TimeFormat#ISO_8601}, seconds
   * @return seconds since 1970-01-01 UTC, in the years 1 to 9999
   * @throws BadRowException if it lies outside
   */
  public static long seconds(String role, long number, TimeFormat format) {
    return format.seconds(role, number);
  }
}
