package org.recsys4j.data.feature;

import java.io.IOException;
import java.util.OptionalInt;
import org.recsys4j.api.FeatureExtractor;
import org.recsys4j.api.FeatureExtractorFactory;
import org.recsys4j.api.FeatureRows;
import org.recsys4j.api.FeatureSink;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Range;
import org.recsys4j.api.data.FeatureRow;
import org.recsys4j.api.data.FeatureSchema;
import org.recsys4j.api.data.FeatureSchema.Feature;
import org.recsys4j.api.data.FeatureSchema.Kind;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;

/**
 * One category as a whole number to look up in a table. Texts seen in fitting often enough have the
 * numbers from 1 in alphabetical order; all others, and a missing one, are 0.
 */
public final class Categorical implements FeatureExtractorFactory<Categorical.Options> {
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
  public FeatureExtractor fit(FeatureRows training, Options options) {
    Vocabulary.Counter counter = new Vocabulary.Counter();
    training.forEach(row -> row.value(options.column()).ifPresent(counter::add));
    return new Fitted(options.column(), counter.atLeast(options.minimumCount()));
  }

  @Override
  public FeatureExtractor load(ModelReader in) throws IOException {
    return new Fitted(in.text("column"), Vocabulary.load(in));
  }

  private record Fitted(String column, Vocabulary vocabulary) implements FeatureExtractor {
    @Override
    public FeatureSchema schema() {
      return FeatureSchema.of(
          new Feature(column, Kind.CATEGORICAL, 1, vocabulary.size() + 1, OptionalInt.of(0)));
    }

    @Override
    public void extract(FeatureRow row, FeatureSink sink) {
      sink.put(1 + row.value(column).map(vocabulary::indexOf).orElse(-1));
    }

    @Override
    public void save(ModelWriter out) throws IOException {
      out.text("column", column);
      vocabulary.save(out);
    }
  }
}
