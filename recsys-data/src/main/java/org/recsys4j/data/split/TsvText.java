package org.recsys4j.data.split;

/**
 * Texts in a field of tab-separated values. What would end a field or a row is written as {@code
 * \t}, {@code \n}, {@code \r}, NUL as {@code \0}, and so the backslash as {@code \\}; quotes stand
 * for themselves.
 */
final class TsvText {
  private static final String PLAIN = "\\\t\n\r\0";
  private static final String WRITTEN = "\\tnr0";

  private TsvText() {}

  static void escape(String text, StringBuilder out) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int special = c == '\\' || c < ' ' ? PLAIN.indexOf(c) : -1;
      if (special < 0) {
        out.append(c);
      } else {
        out.append('\\').append(WRITTEN.charAt(special));
      }
    }
  }

  /**
   * The text that was escaped.
   *
   * @throws IllegalArgumentException if a backslash is followed by something else
   */
  static String unescape(String field) {
    if (field.indexOf('\\') < 0) {
      return field;
    }
    StringBuilder text = new StringBuilder(field.length());
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      if (c == '\\') {
        i++;
        int special = i < field.length() ? WRITTEN.indexOf(field.charAt(i)) : -1;
        if (special < 0) {
          throw new IllegalArgumentException("a backslash that escapes nothing");
        }
        c = PLAIN.charAt(special);
      }
      text.append(c);
    }
    return text.toString();
  }
}
