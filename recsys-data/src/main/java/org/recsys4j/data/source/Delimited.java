package org.recsys4j.data.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.recsys4j.api.DatasetSource;
import org.recsys4j.api.ReadContext;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Flat;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.data.Split.Part;
import org.recsys4j.data.text.BadRows;
import org.recsys4j.data.text.Snippet;
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
 * <p>Two more files of the same format may bring a split: then {@code file} is the training part,
 * and the split {@code given} takes all three.
 *
 * <p>Ids are taken as they are, white space included. Further files of the same format may tell of
 * users and of items: {@link SideTables}.
 */
public final class Delimited implements DatasetSource<Delimited.Options> {
  /** The source. */
  public Delimited() {}

  /**
   * The parameters.
   *
   * @param file the file with events; those of the training part where there is a test file
   * @param validationFile events of the validation part, of a split that the files bring
   * @param testFile events of the test part
   * @param separator what stands between two fields: one character or more
   * @param secondSeparator another character that separates fields of the file with events, too, as
   *     the comma does in {@code a-b-c,d}; then both are one character, and there are no quotes
   * @param quotes whether fields may stand in double quotes
   * @param header whether the first row names the columns
   * @param encoding how characters are encoded, in all files
   * @param columns which column is what
   * @param timeFormat how times are written
   * @param eventAttributes further columns of the file with events, that become what is known of
   *     each event: a device, a session
   * @param badRows what becomes of wrong rows, in all files
   * @param tables files of the same format about users and items
   */
  public record Options(
      Path file,
      Optional<Path> validationFile,
      Optional<Path> testFile,
      String separator,
      Optional<String> secondSeparator,
      boolean quotes,
      boolean header,
      TextFormat.Encoding encoding,
      EventColumns columns,
      TimeFormat timeFormat,
      List<String> eventAttributes,
      BadRows badRows,
      @Flat SideTables tables) {
    /** Refuses separators and columns that make no sense. */
    public Options {
      Check.components(
          Options.class,
          file,
          validationFile,
          testFile,
          separator,
          secondSeparator,
          quotes,
          header,
          encoding,
          columns,
          timeFormat,
          eventAttributes,
          badRows,
          tables);
      new TextFormat(separator, quotes, header, encoding);
      Check.argument(
          validationFile.isEmpty() || testFile.isPresent(),
          "validationFile",
          validationFile.map(Path::toString).orElse(""),
          "left out where there is no testFile: a split needs a test part");
      if (secondSeparator.isPresent()) {
        Check.argument(
            !quotes && isCharacter(separator) && isCharacter(secondSeparator.get()),
            "secondSeparator",
            Snippet.of(secondSeparator.get()),
            "one ASCII character beside a separator of one, where quotes = false");
      }
      eventAttributes = EventColumns.further(eventAttributes);
      if (!header) {
        EventColumns.checkNumbers("columns", columns.all());
        EventColumns.checkNumbers("eventAttributes", eventAttributes);
        tables.checkWithoutHeader();
      }
    }

    private static boolean isCharacter(String separator) {
      return separator.length() == 1 && separator.charAt(0) < 128;
    }

    private void add(Path part, EventLog.Builder log, ReadContext context) throws IOException {
      TextInput input = TextInput.of(part);
      EventTable.add(
          log,
          secondSeparator.isPresent()
              ? input.replacing(secondSeparator.get().charAt(0), separator.charAt(0))
              : input,
          format(),
          columns,
          timeFormat,
          eventAttributes,
          badRows,
          context);
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
    EventLog.Builder log = EventTable.log(options.columns(), options.eventAttributes());
    if (options.testFile().isPresent()) {
      log.part(Part.TRAIN);
    }
    options.add(options.file(), log, context);
    if (options.validationFile().isPresent()) {
      options.add(options.validationFile().get(), log.part(Part.VALIDATION), context);
    }
    if (options.testFile().isPresent()) {
      options.add(options.testFile().get(), log.part(Part.TEST), context);
    }
    options.tables().read(log, options.format(), options.badRows(), context);
    return log.build();
  }
}
