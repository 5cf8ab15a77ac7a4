package org.recsys4j.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.recsys4j.data.Logs.rows;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recsys4j.api.Progress;
import org.recsys4j.api.ReadContext;
import org.recsys4j.api.config.InvalidConfigException;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.plugin.PluginKind;
import org.recsys4j.data.Options;

class JdbcTest {
  private static final String URL = "jdbc:h2:mem:shop";
  private static final String PASSWORD = "correct horse battery";

  private final List<String> warnings = new ArrayList<>();
  private Connection database;

  @BeforeEach
  void open() throws SQLException {
    database = DriverManager.getConnection(URL, "anna", PASSWORD);
    execute(
        "CREATE TABLE events (user_id INT, item_id VARCHAR, stars NUMERIC(3, 1), at TIMESTAMP)");
    execute(
        "INSERT INTO events VALUES (7, 'tea, green', 4.5, '2013-02-27 12:00:50.9'),"
            + " (8, 'milk', 1, '2013-02-27 12:00:49')");
  }

  @AfterEach
  void close() throws SQLException {
    database.close();
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute(sql);
    }
  }

  private EventLog read(String query, String options) {
    return new Jdbc(name -> Map.of("DB_PASSWORD", PASSWORD, "WRONG", "w4rp").getOrDefault(name, ""))
        .read(
            Options.of(
                PluginKind.SOURCE,
                "jdbc",
                Jdbc.Options.class,
                String.format(
                    Locale.ROOT,
                    "url = \"%s\", user = anna, password-env = DB_PASSWORD, query = \"%s\"%n%s",
                    URL,
                    query,
                    options)),
            new ReadContext(Progress.SILENT, warnings::add));
  }

  @Test
  void readsTheRowsOfAQuery() {
    EventLog log =
        read(
            "SELECT * FROM events ORDER BY user_id",
            "columns { value = stars, timestamp = at }, fetch-size = 1");

    assertThat(rows(log)).containsExactly("7 tea, green 4.5 1361966450", "8 milk 1.0 1361966449");
  }

  @Test
  void furtherColumnsAreWhatIsKnownOfEvents() {
    EventLog log =
        read(
            "SELECT user_id, item_id, stars, NULL AS device FROM events ORDER BY user_id",
            "event-attributes = [Stars, device]");

    assertThat(log.attributes().columns()).containsExactly("Stars", "device");
    assertThat(log.attributes().value(0, "Stars")).hasValue("4.5");
    assertThat(log.attributes().value(1, "Stars")).hasValue("1.0");
    assertThat(log.attributes().value(1, "device")).isEmpty();
  }

  @Test
  void furtherColumnsThatAreNotThereAreNamed() {
    assertThatThrownBy(() -> read("SELECT * FROM events", "event-attributes = [session]"))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "query: no column session for session; the answer has USER_ID, ITEM_ID, STARS, AT");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TIMESTAMP WITH TIME ZONE '2013-02-27 13:00:50+01:00' | seconds | 1361966450",
        "DATE '2013-02-27' | seconds | 1361923200",
        "1361966450 | seconds | 1361966450",
        "1361966450999 | milliseconds | 1361966450",
        "CONCAT('2013-02-27', 'T12:00:50Z') | iso-8601 | 1361966450",
      })
  void timesMayHaveManyTypes(String time, String format, String seconds) {
    EventLog log =
        read(
            "SELECT 1, 2, " + time,
            "columns { user = 1, item = 2, timestamp = 3 }, time-format = " + format);

    assertThat(rows(log)).containsExactly("1 2 1.0 " + seconds);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NULL, 'b', 1, TIMESTAMP '2013-02-27 12:00:50' | user id is empty",
        "1, ' ', 1, TIMESTAMP '2013-02-27 12:00:50' | item id is empty",
        "1, 'b', NULL, TIMESTAMP '2013-02-27 12:00:50' | value is NULL",
        "1, 'b', 1, NULL | timestamp is NULL",
      })
  void badRowsAreNamedByTheirNumber(String row, String problem) {
    String query = "SELECT * FROM events UNION ALL SELECT " + row;
    String columns = "columns { value = stars, timestamp = at }";

    assertThatThrownBy(() -> read(query, columns))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage("query: row 3: " + problem);
    assertThat(rows(read(query, columns + ", bad-rows = skip"))).hasSize(2);
    assertThat(warnings).containsExactly("query: skipped 1 of 3 rows, such as row 3: " + problem);
  }

  @Test
  void valuesThatAreNoNumbersAreNamed() {
    assertThatThrownBy(
            () -> read("SELECT 1, 2, 'NaN'", "columns { user = 1, item = 2, value = 3 }"))
        .hasMessage("query: row 1: value \"NaN\" is not a number");
    assertThatThrownBy(
            () -> read("SELECT 1, 2, 1e300", "columns { user = 1, item = 2, value = 3 }"))
        .hasMessage("query: row 1: value \"1E+300\" is too large a number");
  }

  @Test
  void mistakesOfTheQueryAreNamedWithTheirState() {
    assertThatThrownBy(() -> read("SELECT * FROM nothing", ""))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageStartingWith("cannot ask: Table \"NOTHING\" not found")
        .hasMessageEndingWith("(SQL state 42S02)");
    assertThatThrownBy(() -> read("SELECT 1 AS a, 2 AS A", "columns { user = a, item = 2 }"))
        .hasMessage(
            "query: columns 1 and 2 are both called a, which is user; say which by its number");
    assertThatThrownBy(() -> read("SELECT * FROM events", "columns { user = name }"))
        .hasMessage("query: no column name for user; the answer has USER_ID, ITEM_ID, STARS, AT");
    assertThatThrownBy(() -> read("SELECT * FROM events", "columns { user = 1, item = 1 }"))
        .hasMessage("query: column 1 cannot be both user and item");
    assertThatThrownBy(() -> read("SELECT * FROM events WHERE user_id = 0", ""))
        .hasMessage("query: has no rows");
  }

  @Test
  void nothingIsWritten() throws SQLException {
    assertThatThrownBy(() -> read("DELETE FROM events", ""))
        .isInstanceOf(InvalidDataException.class);

    assertThat(rows(read("SELECT * FROM events", ""))).hasSize(2);
  }

  /** Errors in the middle of the answer: the first row is good, the second divides by zero. */
  @Test
  void errorsWhileReadingAreNamedByTheirRow() {
    assertThatThrownBy(
            () ->
                read(
                    "SELECT user_id AS u, item_id AS i, 1 / (8 - user_id) AS v FROM events",
                    "columns { user = u, item = i, value = v }"))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("(SQL state 22012)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"WRONG", "NOT_SET"})
  void noMessageHoldsThePassword(String variable) {
    Throwable refused =
        catchThrowable(() -> read("SELECT * FROM events", "password-env = " + variable));

    assertThat(refused).isInstanceOf(InvalidDataException.class);
    StringWriter trace = new StringWriter();
    refused.printStackTrace(new PrintWriter(trace));
    assertThat(trace.toString()).doesNotContain("w4rp").doesNotContain(PASSWORD);
    assertThat(refused)
        .hasMessageMatching(
            variable.equals("WRONG")
                ? "cannot connect to jdbc:h2: Wrong user name or password.*\\(SQL state 28000\\)"
                : "the environment variable NOT_SET, which password-env names, is not set");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://host/shop?user=anna&password=horse",
        "jdbc:sqlserver://host;databaseName=shop;user=anna;Password = horse;",
        "jdbc:mysql://anna:horse@host/shop",
        "jdbc:oracle:thin:anna/horse@//host:1521/shop",
        "jdbc:x://host/shop?sslpwd=horse",
        "jdbc:x://host/shop?accessToken=horse",
      })
  void addressesWithPasswordsAreRefusedAndNotRepeated(String url) {
    assertThatThrownBy(() -> read("SELECT 1", "url = \"" + url + "\""))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining(
            "url: an address with a password is not allowed; name an environment variable with"
                + " password-env instead")
        .hasMessageNotContaining("horse");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://host:5432/shop?ssl=true",
        "jdbc:mysql://host/shop?useCursorFetch=true",
        "jdbc:oracle:thin:@//host:1521/shop",
        "jdbc:sqlserver://host:1433;databaseName=shop;encrypt=true",
      })
  void driversThatAreMissingAreNamed(String url) {
    assertThatThrownBy(() -> read("SELECT 1", "url = \"" + url + "\""))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageMatching("no driver for jdbc:[a-z]+ on the class path");
  }
}
