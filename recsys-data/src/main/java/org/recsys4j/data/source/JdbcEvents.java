package org.recsys4j.data.source;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.recsys4j.api.Progress;
import org.recsys4j.api.ReadContext;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.data.text.BadRowException;
import org.recsys4j.data.text.Cells;
import org.recsys4j.data.text.RowErrors;
import org.recsys4j.data.text.TimeFormat;

/** Streams the answer to a query. */
final class JdbcEvents {
  private static final int PROGRESS_STEP = 1 << 12;
  private static final int ABSENT = 0;

  private final Jdbc.Options options;
  private final ReadContext context;
  private final JdbcProblems problems;

  JdbcEvents(Jdbc.Options options, ReadContext context, JdbcProblems problems) {
    this.options = options;
    this.context = context;
    this.problems = problems;
  }

  EventLog.Builder read(Connection connection) throws SQLException {
    connection.setReadOnly(true);
    connection.setAutoCommit(false); // or PostgreSQL sends all rows at once
    try (Statement statement =
        connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
      statement.setFetchSize(options.fetchSize());
      try (ResultSet rows = statement.executeQuery(options.query())) {
        return read(rows);
      }
    } finally {
      connection.rollback(); // nothing was written; some drivers want an end before they close
    }
  }

  private EventLog.Builder read(ResultSet rows) throws SQLException {
    Answer answer = new Answer(rows);
    RowErrors errors = new RowErrors("query", RowErrors.Place.ROW, options.badRows());
    long number = 0;
    try (Progress.Task task = context.progress().start("read query", -1, "rows")) {
      while (answer.next(++number)) {
        errors.attempt(number, answer, Answer::add);
        if (number % PROGRESS_STEP == 0) {
          task.advance(PROGRESS_STEP);
        }
      }
    }
    if (errors.finish(context.warnings()) == 0) {
      throw new InvalidDataException("query: has no rows");
    }
    options.timeFormat().warnIfTooFine("query", answer.latest, context.warnings());
    return answer.log;
  }

  /** The rows of an answer. */
  private final class Answer {
    private final ResultSet rows;
    private final int user;
    private final int item;
    private final int value;
    private final int timestamp;
    private final int typeOfTime;
    private final int[] attributes;
    private final String[] cells;
    private final EventLog.Builder log;
    private long latest = Long.MIN_VALUE;
    private long number;

    Answer(ResultSet rows) throws SQLException {
      this.rows = rows;
      EventColumns columns = options.columns();
      user = column("user", columns.user());
      item = column("item", columns.item());
      value = columns.value().isPresent() ? column("value", columns.value().get()) : ABSENT;
      timestamp =
          columns.timestamp().isPresent() ? column("timestamp", columns.timestamp().get()) : ABSENT;
      typeOfTime = timestamp == ABSENT ? Types.NULL : rows.getMetaData().getColumnType(timestamp);
      if (user == item) {
        throw new InvalidDataException("query: column " + user + " cannot be both user and item");
      }
      attributes = new int[options.eventAttributes().size()];
      cells = new String[attributes.length];
      for (int i = 0; i < attributes.length; i++) {
        String name = options.eventAttributes().get(i);
        attributes[i] = column(name, name);
      }
      log = new EventLog.Builder(timestamp != ABSENT).columns(options.eventAttributes());
    }

    /** By its name, whatever the case, as SQL has it, or else by its number. */
    private int column(String role, String nameOrNumber) throws SQLException {
      ResultSetMetaData found = rows.getMetaData();
      int place = ABSENT;
      StringBuilder names = new StringBuilder();
      for (int i = 1; i <= found.getColumnCount(); i++) {
        String name = found.getColumnLabel(i);
        names.append(i == 1 ? "" : ", ").append(name);
        if (name.equalsIgnoreCase(nameOrNumber)) {
          if (place != ABSENT) {
            throw new InvalidDataException(
                String.format(
                    Locale.ROOT,
                    "query: columns %d and %d are both called %s, which is %s; say which by its"
                        + " number",
                    place,
                    i,
                    nameOrNumber,
                    role));
          }
          place = i;
        }
      }
      if (place == ABSENT && nameOrNumber.matches("[1-9][0-9]{0,4}")) {
        int wanted = Integer.parseInt(nameOrNumber);
        place = wanted <= found.getColumnCount() ? wanted : ABSENT;
      }
      if (place == ABSENT) {
        throw new InvalidDataException(
            String.format(
                Locale.ROOT,
                "query: no column %s for %s; the answer has %s",
                nameOrNumber,
                role,
                names));
      }
      return place;
    }

    boolean next(long next) {
      number = next;
      try {
        return rows.next();
      } catch (SQLException e) {
        throw problems.of("query: row " + number, e);
      }
    }

    /** Adds nothing, not even an id, unless the whole row is good. */
    void add() {
      try {
        String userId = Cells.id("user", rows.getString(user));
        String itemId = Cells.id("item", rows.getString(item));
        float amount = value == ABSENT ? 1 : amount();
        long time = timestamp == ABSENT ? 0 : time();
        for (int i = 0; i < cells.length; i++) {
          cells[i] = Cells.text(options.eventAttributes().get(i), rows.getString(attributes[i]));
        }
        latest = Math.max(latest, time);
        log.add(userId, itemId, amount, time);
        for (int i = 0; i < cells.length; i++) {
          log.cell(i, cells[i]);
        }
      } catch (SQLException e) {
        throw new BadRowException(problems.text(e) + " (SQL state " + e.getSQLState() + ")");
      }
    }

    private float amount() throws SQLException {
      return Cells.number("value", present("value", rows.getString(value)));
    }

    private long time() throws SQLException {
      return switch (typeOfTime) {
        case Types.TIMESTAMP_WITH_TIMEZONE ->
            seconds(
                present("timestamp", rows.getObject(timestamp, OffsetDateTime.class))
                    .toEpochSecond());
        case Types.TIMESTAMP ->
            seconds(
                present("timestamp", rows.getObject(timestamp, LocalDateTime.class))
                    .toEpochSecond(ZoneOffset.UTC));
        case Types.DATE -> {
          LocalDate day = present("timestamp", rows.getObject(timestamp, LocalDate.class));
          yield seconds(day.atStartOfDay(ZoneOffset.UTC).toEpochSecond());
        }
        default ->
            Cells.seconds(
                "timestamp", present("timestamp", rows.getString(timestamp)), options.timeFormat());
      };
    }

    private static long seconds(long known) {
      return Cells.seconds("timestamp", known, TimeFormat.SECONDS);
    }

    private static <T> T present(String role, @Nullable T cell) {
      if (cell == null) {
        throw new BadRowException(role + " is NULL");
      }
      return cell;
    }
  }
}
