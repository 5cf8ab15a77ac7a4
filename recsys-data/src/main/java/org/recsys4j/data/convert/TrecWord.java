package org.recsys4j.data.convert;

import java.util.HexFormat;
import java.util.regex.Pattern;

/** An id as one word, written as in the ranked lists that a run leaves, so that both agree. */
final class TrecWord {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final Pattern RESERVED = Pattern.compile("[\\s%]");

  private TrecWord() {}

  /** White space and {@code %} as in URLs: a space becomes {@code %20}. */
  static String of(String id) {
    return RESERVED
        .matcher(id)
        .replaceAll(match -> "%" + HEX.toHexDigits((byte) match.group().charAt(0)));
  }
}
