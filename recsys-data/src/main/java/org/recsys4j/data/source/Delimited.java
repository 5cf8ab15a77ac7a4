package org.recsys4j.data.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.recsys4j.api.DatasetSource;
import org.recsys4j.api.ReadContext;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.data.Attributes;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.data.text.BadRows;
import org.recsys4j.data.text.TextFormat;
import org.recsys4j.data.text.TextInput;
import org.recsys4j.data.text.TimeFormat;

/**
 * Events in any file that has one row an event: CSV, TSV, fields separated by spaces, {@code ;},
 * {@code |} or {@code ::}; plain, gzip or zstd, which is seen from the bytes.
 *
 * <p>Without a column of times, a user's events happened in the order of the rows: {@link SasRec}
 * is this source with the separator and columns of such files. Times are not made up from places,
 * since times of two users could not be compared.
 *
 * <p>Ids are taken as they are, white space included. A second file may tell the titles of items.
 */
public final class Delimited implements DatasetSource<Delimited.Options> {
  /** The source. */
  public Delimited() {}

  /**
   * The parameters.
   *
   * @param file the file with events
   * @param separator what stands between two fields: one character or more
   * @param quotes whether fields may stand in double quotes
   * @param header whether the first row names the columns
   * @param encoding how characters are encoded, in both files
   * @param columns which column is what
   * @param timeFormat how times are written
   * @param eventAttributes further columns of the file with events, that become what is known of
   *     each event: a device, a session
   * @param badRows what becomes of wrong rows, in both files
   * @param itemsFile a file with one row an item, of the same format
   * @param itemsId the column of that file with ids
   * @param itemsTitle the column of that file with titles; with a header, all other columns become
   *     attributes of their names
   */
  public record Options(
      Path file,
      String separator,
      boolean quotes,
      boolean header,
      TextFormat.Encoding encoding,
      EventColumns columns,
      TimeFormat timeFormat,
      List<String> eventAttributes,
      BadRows badRows,
      Optional<Path> itemsFile,
      String itemsId,
      String itemsTitle) {
    /** Refuses separators and columns that make no sense. */
    public Options {
      Check.components(
          Options.class,
          file,
          separator,
          quotes,
          header,
          encoding,
          columns,
          timeFormat,
          eventAttributes,
          badRows,
          itemsFile,
          itemsId,
          itemsTitle);
      new TextFormat(separator, quotes, header, encoding);
      eventAttributes = EventColumns.further(eventAttributes);
      if (!header) {
        eventAttributes.forEach(column -> checkNumber("eventAttributes", column));
        checkNumber("columns", columns.user());
        checkNumber("columns", columns.item());
        columns.value().ifPresent(column -> checkNumber("columns", column));
        columns.timestamp().ifPresent(column -> checkNumber("columns", column));
        if (itemsFile.isPresent()) {
          checkNumber("itemsId", itemsId);
          checkNumber("itemsTitle", itemsTitle);
        }
      }
    }

    private static void checkNumber(String component, String column) {
      Check.argument(
          column.matches("[1-9][0-9]{0,4}"),
          component,
          "\"" + column + "\"",
          "a column number from 1, as it must be where header = false");
    }

    private TextFormat format() {
      return new TextFormat(separator, quotes, header, encoding);
    }
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "events in a CSV, TSV or similar file, plain, gzip or zstd";
  }

  @Override
  public EventLog read(Options options, ReadContext context) throws IOException {
    EventLog.Builder log =
        EventTable.read(
            TextInput.of(options.file()),
            options.format(),
            options.columns(),
            options.timeFormat(),
            options.eventAttributes(),
            options.badRows(),
            context);
    Attributes items = Attributes.NONE;
    if (options.itemsFile().isPresent()) {
      items =
          new AttributeTable(
                  TextInput.of(options.itemsFile().get()),
                  options.format(),
                  options.badRows(),
                  context)
              .readAll(options.itemsId(), options.itemsTitle());
    }
    return log.attributes(Attributes.NONE, items).build();
  }
}
