package org.recsys4j.data.text;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.recsys4j.api.Progress;
import org.recsys4j.api.data.InvalidDataException;

/**
 * Streams the rows of a delimited text. Empty lines are passed over. For one thread.
 *
 * <p>A row under a header has as many fields as the header, or more of which the last are empty; in
 * any other, a separator was lost or stands in a text, and what is behind it is in a wrong column.
 */
public final class RowReader implements AutoCloseable {
  /** Characters that one row may have; a longer one, such as an image's, is refused. */
  public static final int LONGEST_ROW = 1 << 20;

  /** Never in the text, as this reads bytes. */
  private static final char NO_QUOTE = '\uffff';

  private final String name;
  private final CsvReader<Row> csv;
  private final Iterator<Row> rows;
  private final Row row;
  private final List<String> header = new ArrayList<>();
  private int width;
  private String widthOf = "";

  private RowReader(String name, CsvReader<Row> csv, Row row) {
    this.name = name;
    this.csv = csv;
    this.rows = csv.iterator();
    this.row = row;
  }

  /**
   * Opens a text, and reads its header if it has one.
   *
   * @param input the text
   * @param format how it is cut into fields
   * @param progress told how many bytes were read
   * @return the reader, to be closed
   * @throws InvalidDataException if there should be a header and is none, or gzip data are damaged
   * @throws IOException if the text cannot be read
   */
  public static RowReader open(TextInput input, TextFormat format, Progress progress)
      throws IOException {
    Row row = new Row(format.encoding());
    CsvReader<Row> csv =
        CsvReader.builder()
            .fieldSeparator(asBytes(format))
            .quoteCharacter(format.quotes() ? '"' : NO_QUOTE)
            .allowUnclosedQuote(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .maxBufferSize(LONGEST_ROW)
            .build(
                new Filler(row),
                new InputStreamReader(input.open(progress), StandardCharsets.ISO_8859_1));
    RowReader reader = new RowReader(input.name(), csv, row);
    try {
      reader.readHeader(format);
      return reader;
    } catch (IOException | RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  /** A row holds bytes, and so must what separates its fields. */
  private static String asBytes(TextFormat format) {
    return format.encoding() == TextFormat.Encoding.UTF_8
        ? new String(
            format.separator().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
        : format.separator();
  }

  private void readHeader(TextFormat format) throws IOException {
    if (format.header()) {
      if (next() == null) {
        throw new InvalidDataException(name + ": is empty; a header was expected");
      }
      try {
        row.check();
      } catch (BadRowException e) {
        throw InvalidDataException.at(name, row.line(), e.problem());
      }
      for (int i = 0; i < row.size(); i++) {
        header.add(row.text(new Column("header", i)));
      }
      width = header.size();
      widthOf = "header";
    }
  }

  /**
   * Says that all rows have the same columns, which the first one shows where there is no header.
   *
   * @return this
   */
  public RowReader table() {
    widthOf = header.isEmpty() ? "first row" : widthOf;
    return this;
  }

  /**
   * The names of the columns.
   *
   * @return the first row, or no names where the format has no header
   */
  public List<String> header() {
    return List.copyOf(header);
  }

  /**
   * Finds a column.
   *
   * @param role what messages call it
   * @param nameOrNumber a name in the header, or else a number from 1
   * @return the column
   * @throws InvalidDataException if there is none of that name, naming those there are, or more
   *     than one
   */
  public Column column(String role, String nameOrNumber) {
    int index = header.indexOf(nameOrNumber);
    int last = header.lastIndexOf(nameOrNumber);
    if (index != last) {
      throw InvalidDataException.at(
          name,
          1,
          String.format(
              Locale.ROOT,
              "columns %d and %d are both called %s, which is %s; say which by its number",
              index + 1,
              last + 1,
              Snippet.of(nameOrNumber),
              role));
    }
    if (index < 0 && nameOrNumber.matches("[1-9][0-9]{0,4}")) {
      index = Integer.parseInt(nameOrNumber) - 1;
      if (!header.isEmpty() && index >= header.size()) {
        throw InvalidDataException.at(
            name,
            1,
            String.format(Locale.ROOT, "no column %s for %s; %s", nameOrNumber, role, found()));
      }
    }
    if (index < 0) {
      throw InvalidDataException.at(
          name,
          1,
          String.format(
              Locale.ROOT, "no column %s for %s; %s", Snippet.of(nameOrNumber), role, found()));
    }
    return new Column(role, index);
  }

  private String found() {
    return header.isEmpty()
        ? "without a header, columns are numbers from 1"
        : "the header has "
            + header.stream().limit(20).map(Snippet::of).collect(Collectors.joining(", "));
  }

  /**
   * Reads all rows that are left.
   *
   * @param badRows what becomes of wrong ones
   * @param warnings told once of those that were skipped
   * @param action takes each row; it must have no effect if it throws one of the row's exceptions
   * @return how many rows there were, without those that were skipped
   * @throws InvalidDataException if a row is wrong, naming file and line; if all rows are; if gzip
   *     data are damaged
   * @throws IOException if the text cannot be read
   */
  public long forEach(BadRows badRows, Consumer<String> warnings, Consumer<Row> action)
      throws IOException {
    RowErrors errors = new RowErrors(name, RowErrors.Place.LINE, badRows);
    Consumer<Row> checked =
        it -> {
          it.check();
          checkWidth(it);
          action.accept(it);
        };
    while (next() != null) {
      errors.attempt(row.line(), row, checked);
    }
    return errors.finish(warnings);
  }

  private void checkWidth(Row found) {
    if (width == 0 && !widthOf.isEmpty()) {
      width = found.size();
    }
    if (width > 0) {
      found.checkWidth(width, widthOf);
    }
  }

  private @Nullable Row next() throws IOException {
    try {
      return rows.hasNext() ? rows.next() : null;
    } catch (CsvParseException e) {
      if (e.getCause() instanceof InvalidDataException damaged) {
        throw damaged; // from the stream below
      }
      if (e.getCause() instanceof BadRowException tooLong) {
        throw InvalidDataException.at(name, row.line(), tooLong.problem());
      }
      String problem = String.valueOf(e.getMessage()).replaceFirst(" \\(record starting.*", "");
      throw InvalidDataException.at(name, row.line(), "cannot be cut into fields: " + problem);
    } catch (UncheckedIOException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new IOException(name + ": " + cause.getMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }

  /** Puts what the parser finds into the one row. */
  private static final class Filler extends AbstractBaseCsvCallbackHandler<Row> {
    private final Row row;

    Filler(Row row) {
      this.row = row;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
      row.begin(startingLineNumber);
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
      row.append(buffer, offset, length);
    }

    @Override
    protected Row buildRecord() {
      return row;
    }
  }
}
