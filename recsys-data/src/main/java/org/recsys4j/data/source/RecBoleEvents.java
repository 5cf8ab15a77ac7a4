package org.recsys4j.data.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.recsys4j.api.ReadContext;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.data.text.Column;
import org.recsys4j.data.text.Row;
import org.recsys4j.data.text.RowReader;
import org.recsys4j.data.text.TextFormat;
import org.recsys4j.data.text.TextInput;
import org.recsys4j.data.text.TimeFormat;

/** Adds the events of one {@code .inter} file after another to a log. All have the same fields. */
final class RecBoleEvents {
  private final RecBole.Options options;
  private final ReadContext context;
  private final boolean values;
  private final boolean times;
  private final List<String> attributes;
  private final EventLog.Builder log;

  /** Fields as the first file has them. */
  RecBoleEvents(RecBoleHeader first, RecBole.Options options, ReadContext context) {
    this.options = options;
    this.context = context;
    values = first.has(options.value());
    times = first.has(options.time());
    attributes =
        first.without(List.of(options.user(), options.item(), options.value(), options.time()));
    log = new EventLog.Builder(times).columns(attributes);
  }

  EventLog.Builder log() {
    return log;
  }

  void add(TextInput file) throws IOException {
    try (RowReader rows = RowReader.open(file, TextFormat.TSV, context.progress())) {
      Rows table = new Rows(rows, RecBoleHeader.of(file.name(), rows.header()));
      if (rows.forEach(options.badRows(), context.warnings(), table::add) == 0) {
        throw new InvalidDataException(file.name() + ": has no rows");
      }
    }
  }

  /** The columns of one file. */
  private final class Rows {
    private final Column user;
    private final Column item;
    private final @Nullable Column value;
    private final @Nullable Column time;
    private final List<Column> others;
    private final String[] cells = new String[attributes.size()];

    Rows(RowReader rows, RecBoleHeader header) {
      user = rows.column("user", header.require(options.user()));
      item = rows.column("item", header.require(options.item()));
      value = values ? rows.column("value", header.require(options.value())) : null;
      time = times ? rows.column("timestamp", header.require(options.time())) : null;
      others = new ArrayList<>();
      for (String name : attributes) {
        others.add(rows.column(name, header.require(name)));
      }
      int expected = 2 + (values ? 1 : 0) + (times ? 1 : 0) + attributes.size();
      if (header.columns().size() != expected) {
        throw InvalidDataException.at(
            header.file(),
            1,
            String.format(
                Locale.ROOT,
                "%d fields where the first file has %d",
                header.columns().size(),
                expected));
      }
    }

    /** Adds nothing, not even an id, unless the whole row is good. */
    private void add(Row row) {
      row.checkId(user);
      row.checkId(item);
      float amount = value == null ? 1 : row.number(value);
      long seconds = time == null ? 0 : row.seconds(time, TimeFormat.SECONDS);
      for (int i = 0; i < cells.length; i++) {
        cells[i] = row.text(others.get(i));
      }
      log.add(row.indexIn(log.users(), user), row.indexIn(log.items(), item), amount, seconds);
      for (int i = 0; i < cells.length; i++) {
        log.cell(i, cells[i]);
      }
    }
  }
}
