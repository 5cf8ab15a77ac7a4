package org.recsys4j.data.text;

import java.util.Locale;

/** Offending text as a message shows it: in quotes, on one line, not too long. */
public final class Snippet {
  static final int LONGEST = 40;

  private Snippet() {}

  /**
   * Quotes a text.
   *
   * @param text any text
   * @return its first 40 characters in quotes, with control characters escaped
   */
  public static String of(String text) {
    StringBuilder shown = new StringBuilder("\"");
    int end = text.length() > LONGEST ? text.offsetByCodePoints(0, shortened(text)) : text.length();
    text.substring(0, end).codePoints().forEach(c -> append(shown, c));
    return shown.append(end < text.length() ? "...\"" : "\"").toString();
  }

  private static int shortened(String text) {
    return Math.min(LONGEST, text.codePointCount(0, text.length()));
  }

  private static void append(StringBuilder shown, int c) {
    switch (c) {
      case '\t' -> shown.append("\\t");
      case '\n' -> shown.append("\\n");
      case '\r' -> shown.append("\\r");
      default -> {
        if (Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE) {
          shown.append(String.format(Locale.ROOT, "\\u%04x", c));
        } else {
          shown.appendCodePoint(c);
        }
      }
    }
  }
}
