package org.recsys4j.data.text;

import java.math.BigDecimal;

/**
 * Reads numbers from a buffer, without making a text of the usual ones. Spaces around a number do
 * no harm: a row of MovieLens has some.
 */
final class Numbers {
  private static final int EXACT_DIGITS = 7; // 10^7 < 2^24: a float holds every such number
  private static final float[] POWERS_OF_TEN = {
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 1e7f
  };

  private Numbers() {}

  /**
   * The float nearest to a decimal number.
   *
   * @return NaN if the text is no number, an infinity if it is too large
   */
  static float toFloat(char[] text, int from, int to) {
    boolean negative = from < to && text[from] == '-';
    int digits = 0;
    int whole = 0;
    int fraction = -1; // digits behind the point, or -1 before it
    for (int i = negative ? from + 1 : from; i < to; i++) {
      char c = text[i];
      if (c >= '0' && c <= '9' && digits < EXACT_DIGITS) {
        whole = 10 * whole + (c - '0');
        digits++;
        fraction += fraction < 0 ? 0 : 1;
      } else if (c == '.' && fraction < 0) {
        fraction = 0;
      } else {
        return slowFloat(text, from, to);
      }
    }
    if (digits == 0) {
      return Float.NaN;
    }
    // Both operands are exact, so the quotient is the nearest float (Clinger, PLDI 1990).
    float magnitude = whole / POWERS_OF_TEN[Math.max(0, fraction)];
    return negative ? -magnitude : magnitude;
  }

  /** Refuses what Java reads beyond decimal numbers: NaN, hexadecimal, suffixes. */
  private static float slowFloat(char[] text, int from, int to) {
    if (isPadded(text, from, to)) {
      return toFloat(text, skipSpaces(text, from, to), skipSpacesBefore(text, from, to));
    }
    for (int i = from; i < to; i++) {
      if ("0123456789+-.eE".indexOf(text[i]) < 0) {
        return Float.NaN;
      }
    }
    try {
      return Float.parseFloat(new String(text, from, to - from));
    } catch (NumberFormatException e) {
      return Float.NaN;
    }
  }

  private static boolean isPadded(char[] text, int from, int to) {
    return from < to && (text[from] == ' ' || text[to - 1] == ' ');
  }

  private static int skipSpaces(char[] text, int from, int to) {
    int first = from;
    while (first < to && text[first] == ' ') {
      first++;
    }
    return first;
  }

  private static int skipSpacesBefore(char[] text, int from, int to) {
    int end = to;
    while (end > from && text[end - 1] == ' ') {
      end--;
    }
    return end;
  }

  /**
   * A whole number; {@code 9.7e8} and {@code 12.0} are such, too.
   *
   * @throws NumberFormatException if the text is no whole number of 64 bits
   */
  static long toLong(char[] text, int from, int to) {
    boolean negative = from < to && text[from] == '-';
    int first = negative ? from + 1 : from;
    if (to - first < 1 || to - first > 18) {
      return slowLong(text, from, to);
    }
    long number = 0;
    for (int i = first; i < to; i++) {
      char c = text[i];
      if (c < '0' || c > '9') {
        return slowLong(text, from, to);
      }
      number = 10 * number + (c - '0');
    }
    return negative ? -number : number;
  }

  private static long slowLong(char[] text, int from, int to) {
    if (isPadded(text, from, to)) {
      return toLong(text, skipSpaces(text, from, to), skipSpacesBefore(text, from, to));
    }
    BigDecimal number = new BigDecimal(text, from, to - from);
    // A huge exponent would make longValueExact compute a number of as many digits.
    if (Math.abs((long) number.precision() - number.scale()) > 20) {
      throw new NumberFormatException("too large");
    }
    try {
      return number.longValueExact();
    } catch (ArithmeticException e) {
      throw new NumberFormatException(e.getMessage());
    }
  }
}
