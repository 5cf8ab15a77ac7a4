package org.recsys4j.data.feature;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.recsys4j.api.FeatureExtractor;
import org.recsys4j.api.FeatureExtractorFactory;
import org.recsys4j.api.FeatureSink;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.data.Attributes;
import org.recsys4j.api.data.FeatureSchema;
import org.recsys4j.api.data.FeatureSchema.Feature;
import org.recsys4j.api.data.FeatureSchema.Kind;
import org.recsys4j.api.data.InvalidDataException;

/**
 * One quantity, such as a price or a year. A missing one, and in extraction a text that is no
 * finite number, is taken for the mean of the training rows, or for 0 where none of them has a
 * number.
 *
 * <p>Standardised, a quantity has mean 0 and standard deviation 1 over the training rows (or is 0,
 * where all of them are equal).
 */
public final class Numeric implements FeatureExtractorFactory<Attributes.Row, Numeric.Options> {
  /** The factory. */
  public Numeric() {}

  /**
   * The parameters.
   *
   * @param column the attribute
   * @param standardise whether to subtract the mean and divide by the standard deviation
   */
  public record Options(String column, boolean standardise) {
    /** Refuses nulls. */
    public Options {
      Check.components(Options.class, column, standardise);
    }
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "one quantity, standardised if wanted; a missing one is the mean";
  }

  @Override
  public Class<Attributes.Row> rowType() {
    return Attributes.Row.class;
  }

  /**
   * Learns mean and standard deviation (Welford's algorithm).
   *
   * @throws InvalidDataException if a training row has a text that is no finite number
   */
  @Override
  public FeatureExtractor<Attributes.Row> fit(
      Iterable<? extends Attributes.Row> trainingRows, Options options) {
    long count = 0;
    double mean = 0;
    double squares = 0;
    for (Attributes.Row row : trainingRows) {
      Optional<String> text = row.value(options.column());
      if (text.isPresent()) {
        double number = number(text.get());
        if (!Double.isFinite(number)) {
          throw new InvalidDataException(
              String.format(
                  Locale.ROOT,
                  "attribute %s: \"%s\" is not a number",
                  options.column(),
                  text.get()));
        }
        count++;
        double deviation = number - mean;
        mean += deviation / count;
        squares += deviation * (number - mean);
      }
    }
    double spread = count == 0 ? 0 : Math.sqrt(squares / count);
    return options.standardise()
        ? new Fitted(options.column(), mean, spread == 0 ? 0 : 1 / spread, 0)
        : new Fitted(options.column(), 0, 1, mean);
  }

  /** Gives {@code (x - shift) * scale}. */
  private record Fitted(String column, double shift, double scale, double missing)
      implements FeatureExtractor<Attributes.Row> {
    @Override
    public FeatureSchema schema() {
      return new FeatureSchema(
          List.of(new Feature(column, Kind.NUMERIC, 1, 0, OptionalInt.empty())));
    }

    @Override
    public void extract(Attributes.Row row, FeatureSink sink) {
      double number = row.value(column).map(Numeric::number).orElse(Double.NaN);
      float scaled = (float) ((number - shift) * scale);
      sink.put(Float.isFinite(scaled) ? scaled : (float) missing);
    }
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
