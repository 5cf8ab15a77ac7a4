package org.recsys4j.eval.experiment;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.recsys4j.api.data.InvalidDataException;

/**
 * Numbers of every user, such as {@code per-user.csv.gz} has them. Holds 8 bytes for each user and
 * column, and the ids.
 *
 * @param users external ids, in the order of the file
 * @param keys the metrics that were asked for and are there
 * @param columns for each key one number a user
 */
public record PerUserNumbers(List<String> users, List<String> keys, List<double[]> columns) {
  /** Copies the lists. */
  public PerUserNumbers {
    users = List.copyOf(users);
    keys = List.copyOf(keys);
    columns = List.copyOf(columns);
  }

  /**
   * The same for other users, or in another order.
   *
   * @param others external ids
   * @return one number a user in each column, NaN for users who have none here
   */
  PerUserNumbers of(List<String> others) {
    if (users.equals(others)) {
      return this;
    }
    Map<String, Integer> rows = new HashMap<>();
    users.forEach(user -> rows.put(user, rows.size()));
    int[] from = others.stream().mapToInt(user -> rows.getOrDefault(user, -1)).toArray();
    List<double[]> moved =
        columns.stream()
            .map(it -> IntStream.of(from).mapToDouble(row -> row < 0 ? Double.NaN : it[row]))
            .map(DoubleStream::toArray)
            .toList();
    return new PerUserNumbers(others, keys, moved);
  }

  /**
   * The metrics of a file.
   *
   * @return their keys; empty where there is no such file
   */
  static List<String> keys(Path file) {
    if (!Files.isRegularFile(file)) {
      return List.of();
    }
    try (CsvReader<CsvRecord> csv = open(file)) {
      List<String> header = header(file, csv.iterator());
      return header.subList(1, header.size());
    } catch (IOException | CsvParseException e) {
      throw damaged(file, e);
    }
  }

  /**
   * Reads some columns.
   *
   * @param file written by {@link PerUserTable}
   * @param wanted keys of metrics; others in the file are passed over
   * @throws InvalidDataException if the file is damaged
   */
  static PerUserNumbers read(Path file, List<String> wanted) {
    try (CsvReader<CsvRecord> csv = open(file)) {
      Iterator<CsvRecord> rows = csv.iterator();
      List<String> header = header(file, rows);
      List<String> keys = wanted.stream().filter(header::contains).toList();
      int[] places = keys.stream().mapToInt(header::indexOf).toArray();
      List<String> users = new ArrayList<>();
      DoubleArrayList[] numbers =
          Stream.generate(DoubleArrayList::new)
              .limit(places.length)
              .toArray(DoubleArrayList[]::new);
      while (rows.hasNext()) {
        CsvRecord row = rows.next();
        if (row.getFieldCount() != header.size()) {
          throw InvalidDataException.at(
              file.toString(),
              row.getStartingLineNumber(),
              row.getFieldCount() + " fields, the header has " + header.size());
        }
        users.add(row.getField(0));
        for (int i = 0; i < places.length; i++) {
          numbers[i].add(number(row, places[i], file));
        }
      }
      return new PerUserNumbers(
          List.copyOf(users),
          keys,
          Stream.of(numbers).map(DoubleArrayList::toDoubleArray).toList());
    } catch (IOException | CsvParseException e) {
      throw damaged(file, e);
    }
  }

  private static CsvReader<CsvRecord> open(Path file) throws IOException {
    return CsvReader.builder()
        .ofCsvRecord(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
  }

  private static List<String> header(Path file, Iterator<CsvRecord> rows) {
    if (!rows.hasNext()) {
      throw InvalidDataException.at(file.toString(), 1, "no header");
    }
    return rows.next().getFields();
  }

  private static double number(CsvRecord row, int place, Path file) {
    try {
      return Double.parseDouble(row.getField(place));
    } catch (NumberFormatException e) {
      throw InvalidDataException.at(
          file.toString(),
          row.getStartingLineNumber(),
          "\"" + row.getField(place) + "\" is no number");
    }
  }

  private static InvalidDataException damaged(Path file, Exception cause) {
    String reason =
        cause instanceof IOException e
            ? IoReason.of(e)
            : Optional.ofNullable(cause.getMessage()).orElse("no CSV");
    return new InvalidDataException("cannot read " + file + ": " + reason, cause);
  }
}
