package org.recsys4j.data.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.recsys4j.api.FeatureExtractor;
import org.recsys4j.api.FeatureRows;
import org.recsys4j.api.contract.SmallData;
import org.recsys4j.api.data.FeatureRow;
import org.recsys4j.api.data.FeatureSchema;
import org.recsys4j.api.data.FeatureSchema.Feature;
import org.recsys4j.api.data.UserHistory;

/** Rows for tests. */
public final class Rows {
  private Rows() {}

  /** A row whose column x has a text, or nothing. */
  public static FeatureRow row(String text) {
    return row("id", "x", text);
  }

  /** A row whose one column has a text, or nothing. */
  public static FeatureRow row(String id, String column, String text) {
    return FeatureRow.of(
        id, name -> name.equals(column) && !text.isEmpty() ? Optional.of(text) : Optional.empty());
  }

  /** A row of columns x and y. */
  public static FeatureRow pair(String x, String y) {
    return FeatureRow.of(
        "id", name -> Optional.of(name.equals("x") ? x : y).filter(text -> !text.isEmpty()));
  }

  /** Rows whose column x has texts, or nothing. */
  public static FeatureRows rows(String... texts) {
    return FeatureRows.of(Stream.of(texts).map(Rows::row).toList());
  }

  /** A row without attributes, one second between its events. */
  public static FeatureRow had(int... items) {
    int[][] pairs = IntStream.of(items).mapToObj(item -> new int[] {0, item}).toArray(int[][]::new);
    return FeatureRow.of(
        "id", column -> Optional.empty(), SmallData.of(1, 1_000, pairs).history(0));
  }

  /** A row of a history. */
  public static FeatureRow of(UserHistory history) {
    return FeatureRow.of("id", column -> Optional.empty(), history);
  }

  /** Rows that carry numbers, of one numeric feature each. */
  public static FeatureRows numbers(float[]... rows) {
    List<Feature> features = new ArrayList<>();
    for (int i = 0; i < rows[0].length; i++) {
      features.add(Feature.numeric("n" + i, 1));
    }
    return new FeatureRows(
        Stream.of(rows).map(numbers -> row("").with(numbers)).toList(),
        new FeatureSchema(features));
  }

  /** What an extractor writes. */
  public static float[] extract(FeatureExtractor extractor, FeatureRow row) {
    float[] numbers = new float[extractor.schema().width()];
    int[] at = {0};
    extractor.extract(row, value -> numbers[at[0]++] = value);
    return numbers;
  }

  /** The same of a row whose column x has a text. */
  public static float[] extract(FeatureExtractor extractor, String text) {
    return extract(extractor, row(text));
  }
}
