package org.recsys4j.data.feature;

import java.util.Locale;
import java.util.Optional;
import org.recsys4j.api.FeatureRows;
import org.recsys4j.api.data.FeatureRow;
import org.recsys4j.api.data.InvalidDataException;

/** Attributes as quantities. */
final class Numbers {
  private Numbers() {}

  /** The number in a cell; NaN where there is none, or none that is finite. */
  static double of(FeatureRow row, String column) {
    Optional<String> text = row.value(column);
    return text.isEmpty() ? Double.NaN : parse(text.get());
  }

  private static double parse(String text) {
    try {
      double number = Double.parseDouble(text);
      return Double.isFinite(number) ? number : Double.NaN;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /**
   * The numbers of all rows that have one.
   *
   * @throws InvalidDataException if a training row has a text that is no finite number
   */
  static double[] learn(FeatureRows training, String column) {
    return training.rows().stream()
        .filter(row -> row.value(column).isPresent())
        .mapToDouble(row -> require(row, column))
        .toArray();
  }

  private static double require(FeatureRow row, String column) {
    double number = of(row, column);
    if (Double.isNaN(number)) {
      throw new InvalidDataException(
          String.format(
              Locale.ROOT,
              "attribute %s of \"%s\": \"%s\" is not a number",
              column,
              row.id(),
              row.value(column).orElse("")));
    }
    return number;
  }
}
