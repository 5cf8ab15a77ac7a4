package org.recsys4j.eval.trec;

import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ids as one word. */
public final class TrecId {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final Pattern RESERVED = Pattern.compile("[\\s%]");

  private static final Pattern ESCAPED = Pattern.compile("%([0-9A-F]{2})");

  private TrecId() {}

  /**
   * An id as TREC's formats can hold it.
   *
   * @param id any id
   * @return the id with white space and {@code %} as in URLs, {@code %20} for a space; different
   *     ids stay different
   */
  public static String of(String id) {
    return RESERVED
        .matcher(id)
        .replaceAll(match -> "%" + HEX.toHexDigits((byte) match.group().charAt(0)));
  }

  /**
   * The id behind such a word.
   *
   * @param word what {@link #of} made
   * @return the id
   */
  public static String original(String word) {
    return ESCAPED
        .matcher(word)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    String.valueOf((char) HexFormat.fromHexDigits(match.group(1)))));
  }
}
