package org.recsys4j.data.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.recsys4j.api.Progress;
import org.recsys4j.api.ReadContext;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.data.json.JsonLines;
import org.recsys4j.data.json.JsonRow;
import org.recsys4j.data.source.AmazonReviews.Item;
import org.recsys4j.data.source.AmazonReviews.Layout;
import org.recsys4j.data.text.BadRows;
import org.recsys4j.data.text.TextFormat;
import org.recsys4j.data.text.TextInput;
import org.recsys4j.data.text.TimeFormat;

/**
 * How the reviews of Amazon are written.
 *
 * @param json whether a row is an object, not a line of CSV
 * @param header whether the first row of CSV names the columns
 * @param columns names of fields or columns, or their numbers
 * @param times how times are written
 */
record AmazonLayout(boolean json, boolean header, EventColumns columns, TimeFormat times) {
  private static final int PEEKED = 1 << 12;
  private static final int LENGTH_OF_AN_ASIN = 10;

  /** The layout that is wanted, or the one that the first row shows. */
  static AmazonLayout of(Layout wanted, TextInput input, Item item) throws IOException {
    String product = item == Item.ASIN ? "asin" : "parent_asin";
    Layout layout = wanted == Layout.AUTO ? detect(input) : wanted;
    return switch (layout) {
      case JSON_2018 ->
          new AmazonLayout(
              true,
              false,
              EventColumns.of("reviewerID", "asin", "overall", "unixReviewTime"),
              TimeFormat.SECONDS);
      case JSON_2023 ->
          new AmazonLayout(true, false, columns2023(product), TimeFormat.MILLISECONDS);
      case CSV_2014 ->
          new AmazonLayout(false, false, EventColumns.of("1", "2", "3", "4"), TimeFormat.SECONDS);
      case CSV_2018 ->
          new AmazonLayout(false, false, EventColumns.of("2", "1", "3", "4"), TimeFormat.SECONDS);
      case CSV_2023 -> new AmazonLayout(false, true, columns2023(product), TimeFormat.MILLISECONDS);
      case AUTO -> throw new IllegalArgumentException("auto is no layout");
    };
  }

  private static EventColumns columns2023(String product) {
    return EventColumns.of("user_id", product, "rating", "timestamp");
  }

  private static Layout detect(TextInput input) throws IOException {
    String beginning = beginning(input);
    return beginning.startsWith("{") ? detectJson(input) : detectCsv(input, beginning);
  }

  private static Layout detectJson(TextInput input) throws IOException {
    JsonRow first = JsonLines.first(input, List.of("reviewerID", "user_id"));
    if (first.has("reviewerID") == first.has("user_id")) {
      throw unknown(input, "there must be either reviewerID (2018) or user_id (2023)");
    }
    return first.has("user_id") ? Layout.JSON_2023 : Layout.JSON_2018;
  }

  private static Layout detectCsv(TextInput input, String beginning) {
    List<String> cells = List.of(beginning.lines().findFirst().orElse("").split(",", -1));
    if (cells.contains("user_id")) {
      return Layout.CSV_2023;
    }
    if (cells.size() < 4) {
      throw unknown(input, "is neither a JSON object nor a row of four columns");
    }
    boolean itemFirst = cells.get(0).length() == LENGTH_OF_AN_ASIN;
    boolean itemSecond = cells.get(1).length() == LENGTH_OF_AN_ASIN;
    if (itemFirst == itemSecond) {
      throw unknown(input, "does not show whether the user or the item comes first");
    }
    return itemFirst ? Layout.CSV_2018 : Layout.CSV_2014;
  }

  private static InvalidDataException unknown(TextInput input, String problem) {
    return InvalidDataException.at(
        input.name(), 1, problem + "; say how it is written with layout = ...");
  }

  /** More than a row of CSV has, and enough to see whether there is JSON. */
  private static String beginning(TextInput input) throws IOException {
    try (InputStream in = input.open(Progress.SILENT)) {
      return new String(in.readNBytes(PEEKED), StandardCharsets.UTF_8).stripLeading();
    }
  }

  /** All events, in the order of the rows. */
  EventLog.Builder read(TextInput input, BadRows badRows, ReadContext context) throws IOException {
    if (!json) {
      TextFormat format = TextFormat.CSV.withHeader(header);
      return EventTable.read(input, format, columns, times, List.of(), badRows, context);
    }
    EventLog.Builder log = new EventLog.Builder(true);
    String value = columns.value().orElseThrow();
    String timestamp = columns.timestamp().orElseThrow();
    List<String> fields = List.of(columns.user(), columns.item(), value, timestamp);
    try (JsonLines rows = JsonLines.open(input, fields, context.progress())) {
      long count =
          rows.forEach(badRows, context.warnings(), row -> add(row, value, timestamp, log));
      if (count == 0) {
        throw new InvalidDataException(input.name() + ": has no rows");
      }
    }
    return log;
  }

  /** Adds nothing, not even an id, unless the whole row is good. */
  private void add(JsonRow row, String value, String timestamp, EventLog.Builder log) {
    String user = row.id(columns.user());
    String item = row.id(columns.item());
    log.add(user, item, row.number(value), row.seconds(timestamp, times));
  }
}
