package org.recsys4j.data.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.recsys4j.api.Progress;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.data.text.BadRowException;
import org.recsys4j.data.text.BadRows;
import org.recsys4j.data.text.RowErrors;
import org.recsys4j.data.text.TextInput;

/**
 * Streams the objects of a text that has one a line, plain, gzip or zstd. Lines of white space
 * alone are passed over. For one thread.
 */
public final class JsonLines implements AutoCloseable {
  /**
   * Bytes that one line may have: that of a product with a long description has a few hundred Ki.
   */
  public static final int LONGEST_LINE = 1 << 24;

  private static final int DEEPEST = 50;
  private static final int LONGEST_NUMBER = 100;
  private static final int LONGEST_NAME = 1_000;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNumberLength(LONGEST_NUMBER)
                  .maxStringLength(LONGEST_LINE)
                  .maxNameLength(LONGEST_NAME)
                  .build())
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  private final String name;
  private final Lines lines;
  private final JsonRow row;

  private JsonLines(String name, Lines lines, JsonRow row) {
    this.name = name;
    this.lines = lines;
    this.row = row;
  }

  /**
   * Opens a text.
   *
   * @param input the text
   * @param fields the fields to read; all others are passed over
   * @param progress told how many bytes were read
   * @return the reader, to be closed
   * @throws IOException if the text cannot be read
   */
  public static JsonLines open(TextInput input, List<String> fields, Progress progress)
      throws IOException {
    return new JsonLines(
        input.name(), new Lines(input.name(), input.open(progress)), new JsonRow(fields));
  }

  /**
   * The first object of a text, which shows what the others are like.
   *
   * @param input the text
   * @param fields the fields to read; all others are passed over
   * @return the object
   * @throws InvalidDataException if there is none, or it is wrong
   * @throws IOException if the text cannot be read
   */
  public static JsonRow first(TextInput input, List<String> fields) throws IOException {
    try (JsonLines lines = open(input, fields, Progress.SILENT)) {
      if (!lines.lines.next()) {
        throw new InvalidDataException(input.name() + ": has no rows");
      }
      new RowErrors(input.name(), RowErrors.Place.LINE, BadRows.FAIL)
          .attempt(lines.lines.number(), lines.row, lines::parse);
      return lines.row;
    }
  }

  /**
   * Reads all objects that are left.
   *
   * @param badRows what becomes of wrong ones, and of lines that hold none
   * @param warnings told once of those that were skipped
   * @param action takes each object; it must have no effect if it throws one of the row's
   *     exceptions
   * @return how many there were, without those that were skipped
   * @throws InvalidDataException if a line is wrong, naming file and line; if all are; if packed
   *     data are damaged
   * @throws IOException if the text cannot be read
   */
  public long forEach(BadRows badRows, Consumer<String> warnings, Consumer<JsonRow> action)
      throws IOException {
    RowErrors errors = new RowErrors(name, RowErrors.Place.LINE, badRows);
    Consumer<JsonRow> parsed =
        it -> {
          parse(it);
          action.accept(it);
        };
    while (lines.next()) {
      errors.attempt(lines.number(), row, parsed);
    }
    return errors.finish(warnings);
  }

  private void parse(JsonRow into) {
    for (int i = 0; i < lines.length(); i++) {
      if (lines.bytes()[i] == 0) { // Jackson would take the line for UTF-16
        throw new BadRowException("has a NUL character");
      }
    }
    try (JsonParser parser = JSON.createParser(lines.bytes(), 0, lines.length())) {
      into.read(parser);
    } catch (JsonProcessingException e) {
      throw new BadRowException(
          "is not JSON, in column "
              + Math.max(1, e.getLocation() == null ? 1 : e.getLocation().getColumnNr())
              + ": "
              + firstSentence(e.getOriginalMessage()));
    } catch (IOException | IllegalStateException e) { // bad UTF-8; too many names of one hash
      throw new BadRowException("is not JSON: " + firstSentence(String.valueOf(e.getMessage())));
    }
  }

  private static String firstSentence(String message) {
    return message
        .lines()
        .findFirst()
        .orElse("")
        .replaceFirst("( \\(start marker at |: enable `).*", "");
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
