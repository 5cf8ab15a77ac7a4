package org.recsys4j.data.text;

import org.recsys4j.api.config.Check;

/**
 * How text is cut into fields.
 *
 * @param separator what stands between two fields: one character or more
 * @param quotes whether a field may stand in double quotes, which then hide separators and line
 *     ends, as RFC 4180 describes it; otherwise a quote is a character like any other
 * @param header whether the first row names the columns
 * @param encoding what bytes mean
 */
public record TextFormat(String separator, boolean quotes, boolean header, Encoding encoding) {
  /** Tab-separated UTF-8 without quotes, the first row of which names the columns. */
  public static final TextFormat TSV = new TextFormat("\t", false, true, Encoding.UTF_8);

  /** Comma-separated UTF-8 with quotes, the first row of which names the columns. */
  public static final TextFormat CSV = new TextFormat(",", true, true, Encoding.UTF_8);

  /** How characters are encoded. */
  public enum Encoding {
    /** Unicode; bytes that are not UTF-8 make a row a bad one. */
    UTF_8,
    /** One byte a character, Western European: MovieLens before 2015. */
    ISO_8859_1
  }

  /** Refuses separators that cannot be told from the end of a line or a quote. */
  public TextFormat {
    Check.argument(!separator.isEmpty(), "separator", "\"\"", "one character or more");
    Check.argument(
        separator.indexOf('\n') < 0 && separator.indexOf('\r') < 0,
        "separator",
        Snippet.of(separator),
        "free of line ends");
    Check.argument(
        !quotes || separator.indexOf('"') < 0,
        "separator",
        Snippet.of(separator),
        "free of quotes, unless quotes = false");
  }

  /**
   * The same with or without a row of names.
   *
   * @param present whether the first row names the columns
   * @return a new format
   */
  public TextFormat withHeader(boolean present) {
    return new TextFormat(separator, quotes, present, encoding);
  }
}
