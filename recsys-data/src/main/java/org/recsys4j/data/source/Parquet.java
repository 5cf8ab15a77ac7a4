package org.recsys4j.data.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recsys4j.api.DatasetSource;
import org.recsys4j.api.Progress;
import org.recsys4j.api.ReadContext;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.data.parquet.ColumnCursor;
import org.recsys4j.data.parquet.ParquetFile;
import org.recsys4j.data.text.BadRows;
import org.recsys4j.data.text.RowErrors;
import org.recsys4j.data.text.TimeFormat;

/**
 * Events in an Apache Parquet file, one row an event, as pandas, Polars, Spark and DuckDB write
 * them. Columns are read by name, page by page; what other columns hold does not matter.
 *
 * <p>Ids are texts or whole numbers, values numbers or texts of numbers. Times are timestamps of
 * any unit, dates, or numbers and texts as {@code time-format} says; timestamps without a zone are
 * taken for UTC. What else is known of events may be texts, numbers or times, and is empty where a
 * value is missing. Compression may be Snappy, GZIP, ZSTD or LZ4_RAW. A folder with many files, as
 * Spark writes it, is not read: give one file.
 */
public final class Parquet implements DatasetSource<Parquet.Options> {
  /** The source. */
  public Parquet() {}

  /**
   * The parameters.
   *
   * @param file the file with events
   * @param columns which column is what
   * @param timeFormat how times are written that are plain numbers or texts
   * @param eventAttributes further columns that become what is known of each event: a device
   * @param badRows what becomes of wrong rows
   */
  public record Options(
      Path file,
      EventColumns columns,
      TimeFormat timeFormat,
      List<String> eventAttributes,
      BadRows badRows) {
    /** Refuses nulls and columns that are named twice. */
    public Options {
      Check.components(Options.class, file, columns, timeFormat, eventAttributes, badRows);
      eventAttributes = EventColumns.further(eventAttributes);
    }
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "events in a Parquet file, one row an event";
  }

  @Override
  public EventLog read(Options options, ReadContext context) throws IOException {
    try (ParquetFile file = ParquetFile.open(options.file());
        Progress.Task task = context.progress().start("read " + file.name(), file.rows(), "rows")) {
      Rows rows = new Rows(file, options);
      RowErrors errors = new RowErrors(file.name(), RowErrors.Place.ROW, options.badRows());
      for (long row = 1; row <= file.rows(); row++) {
        rows.next(row, errors);
        errors.attempt(row, rows, Rows::add);
        if (row % Rows.PROGRESS_STEP == 0) {
          task.advance(Rows.PROGRESS_STEP);
        }
      }
      if (errors.finish(context.warnings()) == 0) {
        throw new InvalidDataException(file.name() + ": has no rows");
      }
      options.timeFormat().warnIfTooFine(file.name(), rows.latest, context.warnings());
      return rows.log.build();
    }
  }

  /** The columns of events, all in the same row. */
  private static final class Rows {
    static final int PROGRESS_STEP = 1 << 14;

    private final ColumnCursor user;
    private final ColumnCursor item;
    private final @Nullable ColumnCursor value;
    private final @Nullable ColumnCursor timestamp;
    private final TimeFormat timeFormat;
    private final List<ColumnCursor> attributes;
    private final String[] cells;
    private final EventLog.Builder log;
    private long latest = Long.MIN_VALUE;

    Rows(ParquetFile file, Options options) {
      EventColumns columns = options.columns();
      user = file.column("user", columns.user());
      item = file.column("item", columns.item());
      value = columns.value().map(name -> file.column("value", name)).orElse(null);
      timestamp = columns.timestamp().map(name -> file.column("timestamp", name)).orElse(null);
      timeFormat = options.timeFormat();
      if (user.name().equals(item.name())) {
        throw new InvalidDataException(
            file.name() + ": column \"" + user.name() + "\" cannot be both user and item");
      }
      attributes = options.eventAttributes().stream().map(name -> file.column(name, name)).toList();
      cells = new String[attributes.size()];
      log = new EventLog.Builder(timestamp != null).columns(options.eventAttributes());
    }

    void next(long row, RowErrors errors) throws IOException {
      next(user, row, errors);
      next(item, row, errors);
      next(value, row, errors);
      next(timestamp, row, errors);
      for (ColumnCursor attribute : attributes) {
        next(attribute, row, errors);
      }
    }

    private static void next(@Nullable ColumnCursor column, long row, RowErrors errors)
        throws IOException {
      String problem = column == null ? null : column.next();
      if (problem != null) {
        throw errors.failure(row, problem);
      }
    }

    /** Adds nothing, not even an id, unless the whole row is good. */
    void add() {
      String userId = user.id();
      String itemId = item.id();
      float amount = value == null ? 1 : value.number();
      long time = timestamp == null ? 0 : timestamp.seconds(timeFormat);
      for (int i = 0; i < cells.length; i++) {
        cells[i] = attributes.get(i).text();
      }
      latest = Math.max(latest, time);
      log.add(userId, itemId, amount, time);
      for (int i = 0; i < cells.length; i++) {
        log.cell(i, cells[i]);
      }
    }
  }
}
