package org.recsys4j.data.feature;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.recsys4j.api.FeatureExtractor;
import org.recsys4j.api.FeatureExtractorFactory;
import org.recsys4j.api.FeatureRows;
import org.recsys4j.api.FeatureSink;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Flat;
import org.recsys4j.api.data.FeatureRow;
import org.recsys4j.api.data.FeatureSchema;
import org.recsys4j.api.data.FeatureSchema.Feature;
import org.recsys4j.api.data.FeatureSchema.Kind;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;
import org.recsys4j.data.clean.CleanQuantity;
import org.recsys4j.data.clean.Cleaning;
import org.recsys4j.data.clean.Missing;

/**
 * One quantity, such as a price or a year: filled where it is missing, then clipped, then scaled,
 * all by what the training rows say. In extraction, a text that is no finite number counts as
 * missing. With {@code indicator}, a second number is 1 where the quantity was missing.
 */
public final class Numeric implements FeatureExtractorFactory<Numeric.Options> {
  /** The factory. */
  public Numeric() {}

  /**
   * The parameters.
   *
   * @param column the attribute
   * @param cleaning what becomes of missing values, outliers and the scale
   */
  public record Options(String column, @Flat Cleaning cleaning) {
    /** Refuses nulls. */
    public Options {
      Check.components(Options.class, column, cleaning);
    }
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "one quantity, filled where it is missing, clipped and scaled";
  }

  /**
   * Learns what stands for a missing value, the bounds and the scale.
   *
   * @throws InvalidDataException if a training row has a text that is no finite number
   */
  @Override
  public FeatureExtractor fit(FeatureRows training, Options options) {
    Cleaning cleaning = options.cleaning();
    double[] values = Numbers.learn(training, options.column());
    return new Fitted(
        options.column(),
        CleanQuantity.learn(values, cleaning),
        cleaning.indicator(),
        cleaning.missing() == Missing.DROP);
  }

  @Override
  public FeatureExtractor load(ModelReader in) throws IOException {
    int[] flags = in.ints("flags", 2);
    return new Fitted(in.text("column"), CleanQuantity.load(in), flags[0] != 0, flags[1] != 0);
  }

  private record Fitted(String column, CleanQuantity quantity, boolean indicator, boolean drops)
      implements FeatureExtractor {
    @Override
    public FeatureSchema schema() {
      List<Feature> features = new ArrayList<>(List.of(Feature.numeric(column, 1)));
      if (indicator) {
        features.add(new Feature(column + ".missing", Kind.MULTI_HOT, 1, 1, OptionalInt.empty()));
      }
      return new FeatureSchema(features);
    }

    @Override
    public void extract(FeatureRow row, FeatureSink sink) {
      double number = Numbers.of(row, column);
      sink.put(quantity.clean(number));
      if (indicator) {
        sink.put(Double.isNaN(number) ? 1 : 0);
      }
    }

    @Override
    public boolean keeps(FeatureRow row) {
      return !drops || !Double.isNaN(Numbers.of(row, column));
    }

    @Override
    public void save(ModelWriter out) throws IOException {
      out.text("column", column);
      out.ints("flags", new int[] {indicator ? 1 : 0, drops ? 1 : 0}, 2);
      quantity.save(out);
    }
  }
}
