package org.recsys4j.data.feature;

import java.util.List;
import java.util.OptionalInt;
import org.recsys4j.api.FeatureExtractor;
import org.recsys4j.api.FeatureExtractorFactory;
import org.recsys4j.api.FeatureSink;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Range;
import org.recsys4j.api.data.Attributes;
import org.recsys4j.api.data.FeatureSchema;
import org.recsys4j.api.data.FeatureSchema.Feature;
import org.recsys4j.api.data.FeatureSchema.Kind;

/**
 * One category as a whole number to look up in a table. Texts seen in fitting often enough have the
 * numbers from 1 in alphabetical order; all others, and a missing one, are 0.
 */
public final class Categorical
    implements FeatureExtractorFactory<Attributes.Row, Categorical.Options> {
  /** The factory. */
  public Categorical() {}

  /**
   * The parameters.
   *
   * @param column the attribute
   * @param minimumCount how many training rows must have a text for it to get a number of its own
   */
  public record Options(String column, @Range(min = 1) int minimumCount) {
    /** Refuses a minimum below 1. */
    public Options {
      Check.components(Options.class, column, minimumCount);
    }
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "one category as a number to look up; rare and unknown ones are 0";
  }

  @Override
  public Class<Attributes.Row> rowType() {
    return Attributes.Row.class;
  }

  @Override
  public FeatureExtractor<Attributes.Row> fit(
      Iterable<? extends Attributes.Row> trainingRows, Options options) {
    Vocabulary.Counter counter = new Vocabulary.Counter();
    for (Attributes.Row row : trainingRows) {
      row.value(options.column()).ifPresent(counter::add);
    }
    return new Fitted(options.column(), counter.atLeast(options.minimumCount()));
  }

  private record Fitted(String column, Vocabulary vocabulary)
      implements FeatureExtractor<Attributes.Row> {
    @Override
    public FeatureSchema schema() {
      return new FeatureSchema(
          List.of(
              new Feature(
                  column,
                  Kind.CATEGORICAL,
                  1,
                  vocabulary.size(),
                  OptionalInt.of(Vocabulary.UNKNOWN))));
    }

    @Override
    public void extract(Attributes.Row row, FeatureSink sink) {
      sink.put(row.value(column).map(vocabulary::of).orElse(Vocabulary.UNKNOWN));
    }
  }
}
