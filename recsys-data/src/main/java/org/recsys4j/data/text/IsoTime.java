package org.recsys4j.data.text;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Reads times of ISO 8601 from a buffer without making a text of them. */
final class IsoTime {
  /** What {@link #seconds} answers where there is no time. */
  static final long NONE = Long.MIN_VALUE;

  private static final int SECONDS_OF_A_DAY = 86_400;
  private static final int DATE = 10;

  private final char[] text;
  private final int to;
  private int at;

  private IsoTime(char[] text, int from, int to) {
    this.text = text;
    this.to = to;
    this.at = from;
  }

  /** Seconds since 1970-01-01 UTC, rounded down, or {@link #NONE}. */
  static long seconds(char[] text, int from, int to) {
    try {
      return new IsoTime(text, from, to).read();
    } catch (DateTimeException | NumberFormatException e) {
      return NONE;
    }
  }

  private long read() {
    if (to - at < DATE) {
      return NONE;
    }
    int year = number(4);
    expect('-');
    int month = number(2);
    expect('-');
    long seconds = SECONDS_OF_A_DAY * LocalDate.of(year, month, number(2)).toEpochDay();
    if (at == to) {
      return seconds;
    }
    if (!accept('T') && !accept('t')) {
      expect(' ');
    }
    seconds += 3_600L * below(24);
    expect(':');
    seconds += 60L * below(60);
    if (accept(':')) {
      seconds += below(60);
      if (accept('.') || accept(',')) {
        fraction();
      }
    }
    return seconds - zone();
  }

  private void fraction() {
    int first = at;
    while (at < to && isDigit(text[at])) {
      at++;
    }
    if (at == first) {
      throw new NumberFormatException("no digit behind the point");
    }
  }

  /** How many seconds the zone is ahead; the end of the text must follow. */
  private long zone() {
    long ahead = 0;
    if (at < to && !accept('Z') && !accept('z')) {
      boolean behind = accept('-');
      if (!behind) {
        expect('+');
      }
      ahead = 3_600L * below(19);
      if (at < to) {
        accept(':');
        ahead += 60L * below(60);
      }
      ahead = behind ? -ahead : ahead;
    }
    if (at < to) {
      throw new NumberFormatException("more behind the time");
    }
    return ahead;
  }

  private int below(int limit) {
    int number = number(2);
    if (number >= limit) {
      throw new NumberFormatException("too large");
    }
    return number;
  }

  private int number(int digits) {
    int number = 0;
    for (int i = 0; i < digits; i++) {
      if (at == to || !isDigit(text[at])) {
        throw new NumberFormatException("no digit");
      }
      number = 10 * number + (text[at++] - '0');
    }
    return number;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private boolean accept(char c) {
    boolean found = at < to && text[at] == c;
    at += found ? 1 : 0;
    return found;
  }

  private void expect(char c) {
    if (!accept(c)) {
      throw new NumberFormatException("another character");
    }
  }
}
