package org.recsys4j.data.feature;

import java.io.IOException;
import java.util.Optional;
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
 * Any number of categories, such as genres: one place for each, 1 where it applies and 0 elsewhere.
 * Categories seen in fitting often enough have the places from 1 in alphabetical order; place 0 is
 * for all others together. Where nothing is known, all places are 0.
 */
public final class MultiHot implements FeatureExtractorFactory<MultiHot.Options> {
  /** The factory. */
  public MultiHot() {}

  /**
   * The parameters.
   *
   * @param column the attribute
   * @param separator what stands between two categories
   * @param minimumCount how many training rows must have a category for it to get a place of its
   *     own
   */
  public record Options(String column, String separator, @Range(min = 1) int minimumCount) {
    /** Refuses a minimum below 1 and an empty separator. */
    public Options {
      Check.components(Options.class, column, separator, minimumCount);
      Check.argument(!separator.isEmpty(), "separator", "\"\"", "one character or more");
    }
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "any number of categories, one place of 0 or 1 each";
  }

  @Override
  public FeatureExtractor fit(FeatureRows training, Options options) {
    Vocabulary.Counter counter = new Vocabulary.Counter();
    Optional<String> separator = Optional.of(options.separator());
    for (FeatureRow row : training) {
      Categories.of(row, options.column(), separator).forEach(counter::add);
    }
    return new Fitted(
        options.column(), options.separator(), counter.atLeast(options.minimumCount()));
  }

  @Override
  public FeatureExtractor load(ModelReader in) throws IOException {
    return new Fitted(in.text("column"), in.text("separator"), Vocabulary.load(in));
  }

  private record Fitted(String column, String separator, Vocabulary vocabulary)
      implements FeatureExtractor {
    @Override
    public FeatureSchema schema() {
      int places = vocabulary.size() + 1;
      return FeatureSchema.of(
          new Feature(column, Kind.MULTI_HOT, places, places, OptionalInt.of(0)));
    }

    @Override
    public void extract(FeatureRow row, FeatureSink sink) {
      float[] places = new float[vocabulary.size() + 1];
      for (String category : Categories.of(row, column, Optional.of(separator))) {
        places[vocabulary.indexOf(category) + 1] = 1;
      }
      for (float place : places) {
        sink.put(place);
      }
    }

    @Override
    public void save(ModelWriter out) throws IOException {
      out.text("column", column);
      out.text("separator", separator);
      vocabulary.save(out);
    }
  }
}
