package org.recsys4j.data.convert;

import java.io.IOException;

/** One row an event: user, item, value, and the time where it is known. */
final class DelimitedRows {
  private static final String ROW_ENDS = "\t\n\r\0";

  private DelimitedRows() {}

  static void writeCsv(EventRows rows, TextOutput out) throws IOException {
    out.write(rows.times() ? "user,item,value,timestamp\n" : "user,item,value\n");
    rows.events()
        .forEach(
            (user, item, value, time) -> {
              out.write(quoted(rows.users().id(user))).write(",");
              out.write(quoted(rows.items().id(item))).write(",").write(TextOutput.number(value));
              out.write(rows.times() ? "," + time + "\n" : "\n");
            });
  }

  private static String quoted(String text) {
    boolean special = text.startsWith("#");
    for (int i = 0; i < text.length() && !special; i++) {
      special = ",\"\n\r".indexOf(text.charAt(i)) >= 0;
    }
    return special ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
  }

  /** The header has four names; the last one is left out where times are not known. */
  static void writeTsv(EventRows rows, TextOutput out, String header) throws IOException {
    out.write(rows.times() ? header : header.substring(0, header.lastIndexOf('\t'))).write("\n");
    rows.events()
        .forEach(
            (user, item, value, time) -> {
              out.field(rows.users().id(user), ROW_ENDS).write("\t");
              out.field(rows.items().id(item), ROW_ENDS).write("\t");
              out.write(TextOutput.number(value));
              out.write(rows.times() ? "\t" + time + "\n" : "\n");
            });
  }
}
