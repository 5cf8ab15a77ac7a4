package org.recsys4j.data.source;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.recsys4j.api.DatasetSource;
import org.recsys4j.api.ReadContext;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Range;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.data.text.BadRows;
import org.recsys4j.data.text.TimeFormat;

/**
 * Events in a database: the rows of a query, from any database whose JDBC driver is on the class
 * path.
 *
 * <p>The connection is read-only, and rows stream: {@code fetch-size} of them are asked for at a
 * time, outside of auto-commit, as PostgreSQL wants it. MySQL streams with {@code
 * useCursorFetch=true} in the address. Say {@code ORDER BY} in the query where the order of events
 * matters and times are equal or missing; without it, a database owes no order, and another run may
 * see other data.
 *
 * <p>Times may be {@code TIMESTAMP} (taken for UTC), {@code TIMESTAMP WITH TIME ZONE}, {@code
 * DATE}, or numbers and texts as {@code time-format} says.
 *
 * <p>The password comes from an environment variable, and goes to the driver alone: it is in no
 * message, no log and no file of a run. An address with a password in it is refused, since the
 * address is written to the manifest of a run.
 */
public final class Jdbc implements DatasetSource<Jdbc.Options> {
  /** What drivers call passwords, and the forms user:password@ and user/password@. */
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)(passw|pwd|secret|token|credential)\\w*\\s*[=:]|//[^/@?]*:[^/@?]*@|:[^:/@]+/[^/@]+@");

  private final UnaryOperator<String> environment;

  /** The source. */
  public Jdbc() {
    this(name -> Optional.ofNullable(System.getenv(name)).orElse(""));
  }

  /** With another environment, whose variables are empty where they are not set. */
  Jdbc(UnaryOperator<String> environment) {
    this.environment = environment;
  }

  /**
   * The parameters.
   *
   * @param url the database's address, without a password
   * @param user who asks
   * @param passwordEnv name of the environment variable that holds the password
   * @param query what to ask
   * @param columns which column of the answer is what, by name or number
   * @param timeFormat how times are written, where they are numbers or texts
   * @param eventAttributes further columns that become what is known of each event: a device
   * @param fetchSize how many rows to ask for at a time
   * @param badRows what becomes of wrong rows
   */
  public record Options(
      String url,
      Optional<String> user,
      Optional<String> passwordEnv,
      String query,
      EventColumns columns,
      TimeFormat timeFormat,
      List<String> eventAttributes,
      @Range(min = 1, max = 1_000_000) int fetchSize,
      BadRows badRows) {
    /** Refuses addresses that are none, or that hold a password, without repeating them. */
    public Options {
      Check.components(
          Options.class,
          url,
          user,
          passwordEnv,
          query,
          columns,
          timeFormat,
          eventAttributes,
          fetchSize,
          badRows);
      eventAttributes = EventColumns.further(eventAttributes);
      Check.argument(
          url.startsWith("jdbc:"), "url", "what is given", "an address that begins with jdbc:");
      Check.argument(
          !SECRET.matcher(url).find(),
          "url",
          "an address with a password",
          "allowed; name an environment variable with password-env instead");
      Check.notBlank("query", query);
      passwordEnv.ifPresent(
          name ->
              Check.argument(
                  name.matches("[A-Za-z_][A-Za-z0-9_]*"),
                  "passwordEnv",
                  "what is given",
                  "the name of an environment variable"));
    }

    /** Without the address, which may hold more than its owner thinks of. */
    @Override
    public String toString() {
      return "Options of a query";
    }
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "the rows of a query to any database whose JDBC driver is on the class path";
  }

  @Override
  public boolean readsFilesAlone() {
    return false;
  }

  @Override
  public EventLog read(Options options, ReadContext context) {
    Properties login = new Properties();
    options.user().ifPresent(user -> login.setProperty("user", user));
    options.passwordEnv().ifPresent(name -> login.setProperty("password", password(name)));
    JdbcProblems problems = new JdbcProblems(login.getProperty("password", ""), options.url());
    try (Connection connection = connect(options, login, problems)) {
      return new JdbcEvents(options, context, problems).read(connection).build();
    } catch (SQLException e) {
      throw problems.of("cannot ask", e);
    }
  }

  private String password(String variable) {
    String password = environment.apply(variable);
    if (password.isEmpty()) {
      throw new InvalidDataException(
          String.format(
              Locale.ROOT,
              "the environment variable %s, which password-env names, is not set",
              variable));
    }
    return password;
  }

  private static Connection connect(Options options, Properties login, JdbcProblems problems)
      throws SQLException {
    String kind = JdbcProblems.kind(options.url());
    try {
      DriverManager.getDriver(options.url());
    } catch (SQLException e) {
      throw new InvalidDataException("no driver for " + kind + " on the class path", e);
    }
    try {
      return DriverManager.getConnection(options.url(), login);
    } catch (SQLException e) {
      throw problems.of("cannot connect to " + kind, e);
    }
  }
}
