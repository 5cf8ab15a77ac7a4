package org.recsys4j.data.source;

import java.sql.SQLException;
import java.util.Locale;
import org.recsys4j.api.data.InvalidDataException;

/**
 * What goes wrong with a database, without its secrets: drivers quote addresses and logins in their
 * messages, so that these are hidden, and their exceptions do not go along as causes.
 */
final class JdbcProblems {
  private static final int LONGEST = 300;
  private static final String HIDDEN = "***";

  private final String password;
  private final String url;

  JdbcProblems(String password, String url) {
    this.password = password;
    this.url = url;
  }

  /** The kind of database in an address: {@code jdbc:h2}. */
  static String kind(String url) {
    int end = url.indexOf(':', "jdbc:".length());
    return end < 0 ? "jdbc:..." : url.substring(0, end);
  }

  InvalidDataException of(String what, SQLException e) {
    return new InvalidDataException(
        String.format(Locale.ROOT, "%s: %s (SQL state %s)", what, text(e), e.getSQLState()));
  }

  /** The driver's message on one line. */
  String text(SQLException e) {
    String message = String.valueOf(e.getMessage()).replace(url, kind(url) + ":...");
    if (!password.isEmpty()) {
      message = message.replace(password, HIDDEN);
    }
    String line = message.replaceAll("\\s+", " ").strip();
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
  }
}
