package org.recsys4j.bench.report;

import java.text.Bidi;

/**
 * Foreign texts among our words: signs of direction within them, and letters that are written from
 * right to left, change the order of nothing else.
 */
final class Isolate {
  private static final char FIRST_STRONG = '\u2068';
  private static final char END = '\u2069';

  private Isolate() {}

  /** The text, isolated where that makes a difference. */
  static String text(String text) {
    return Bidi.requiresBidi(text.toCharArray(), 0, text.length())
        ? FIRST_STRONG + text + END
        : text;
  }
}
