package org.recsys4j.data.source;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.recsys4j.api.ReadContext;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.data.text.BadRows;
import org.recsys4j.data.text.Column;
import org.recsys4j.data.text.Row;
import org.recsys4j.data.text.RowReader;
import org.recsys4j.data.text.TextFormat;
import org.recsys4j.data.text.TextInput;
import org.recsys4j.data.text.TimeFormat;

/** Reads a table in which every row is an event. */
final class EventTable {
  private final Column user;
  private final Column item;
  private final @Nullable Column value;
  private final @Nullable Column timestamp;
  private final TimeFormat times;
  private final EventLog.Builder log;
  private final List<Column> attributes;
  private final String[] cells;
  private long latest = Long.MIN_VALUE;

  private EventTable(
      EventLog.Builder log,
      RowReader rows,
      EventColumns columns,
      TimeFormat times,
      List<String> attributes) {
    this.log = log;
    this.times = times;
    user = rows.column("user", columns.user());
    item = rows.column("item", columns.item());
    value = optional(rows, "value", columns.value());
    timestamp = optional(rows, "timestamp", columns.timestamp());
    if (user.index() == item.index()) {
      throw new InvalidDataException(
          String.format(Locale.ROOT, "column %d cannot be both user and item", user.index() + 1));
    }
    this.attributes = attributes.stream().map(name -> rows.column(name, name)).toList();
    this.cells = new String[attributes.size()];
  }

  private static @Nullable Column optional(RowReader rows, String role, Optional<String> name) {
    return name.isPresent() ? rows.column(role, name.get()) : null;
  }

  /** All events, in the order of the rows; times are seconds. */
  static EventLog.Builder read(
      TextInput input,
      TextFormat format,
      EventColumns columns,
      BadRows badRows,
      ReadContext context)
      throws IOException {
    return read(input, format, columns, TimeFormat.SECONDS, List.of(), badRows, context);
  }

  /** The same with times of any form, and with columns that tell more of an event, each once. */
  static EventLog.Builder read(
      TextInput input,
      TextFormat format,
      EventColumns columns,
      TimeFormat times,
      List<String> attributes,
      BadRows badRows,
      ReadContext context)
      throws IOException {
    EventLog.Builder log = log(columns, attributes);
    add(log, input, format, columns, times, attributes, badRows, context);
    return log;
  }

  /**
   * A log for tables of these columns.
   *
   * @param attributes columns that tell more of an event, each once
   */
  static EventLog.Builder log(EventColumns columns, List<String> attributes) {
    return new EventLog.Builder(columns.timestamp().isPresent()).columns(attributes);
  }

  /** Adds all events, in the order of the rows, to a log for tables of these columns. */
  static void add(
      EventLog.Builder log,
      TextInput input,
      TextFormat format,
      EventColumns columns,
      TimeFormat times,
      List<String> attributes,
      BadRows badRows,
      ReadContext context)
      throws IOException {
    try (RowReader rows = RowReader.open(input, format, context.progress()).table()) {
      EventTable table = new EventTable(log, rows, columns, times, attributes);
      if (rows.forEach(badRows, context.warnings(), table::add) == 0) {
        throw new InvalidDataException(input.name() + ": has no rows");
      }
      times.warnIfTooFine(input.name(), table.latest, context.warnings());
    }
  }

  /** Adds nothing, not even an id, unless the whole row is good. */
  private void add(Row row) {
    row.checkId(user);
    row.checkId(item);
    float amount = value == null ? 1 : row.number(value);
    long time = timestamp == null ? 0 : row.seconds(timestamp, times);
    for (int i = 0; i < cells.length; i++) {
      cells[i] = row.text(attributes.get(i));
    }
    latest = Math.max(latest, time);
    log.add(row.indexIn(log.users(), user), row.indexIn(log.items(), item), amount, time);
    for (int i = 0; i < cells.length; i++) {
      log.cell(i, cells[i]);
    }
  }
}
