package org.recsys4j.data.feature;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
 * Any number of categories, such as genres: one place for each, 1 where it applies and 0 elsewhere.
 * Categories seen in fitting often enough have the places from 1 in alphabetical order; place 0 is
 * for all others together. Where nothing is known, all places are 0.
 */
public final class MultiHot implements FeatureExtractorFactory<Attributes.Row, MultiHot.Options> {
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

    private List<String> categories(Attributes.Row row) {
      return row.value(column)
          .map(text -> text.split(Pattern.quote(separator), -1))
          .map(texts -> Stream.of(texts).distinct().toList())
          .orElse(List.of());
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
  public Class<Attributes.Row> rowType() {
    return Attributes.Row.class;
  }

  @Override
  public FeatureExtractor<Attributes.Row> fit(
      Iterable<? extends Attributes.Row> trainingRows, Options options) {
    Vocabulary.Counter counter = new Vocabulary.Counter();
    for (Attributes.Row row : trainingRows) {
      for (String category : options.categories(row)) {
        counter.add(category);
      }
    }
    return new Fitted(options, counter.atLeast(options.minimumCount()));
  }

  private record Fitted(Options options, Vocabulary vocabulary)
      implements FeatureExtractor<Attributes.Row> {
    @Override
    public FeatureSchema schema() {
      int places = vocabulary.size();
      return new FeatureSchema(
          List.of(
              new Feature(
                  options.column(),
                  Kind.MULTI_HOT,
                  places,
                  places,
                  OptionalInt.of(Vocabulary.UNKNOWN))));
    }

    @Override
    public void extract(Attributes.Row row, FeatureSink sink) {
      float[] places = new float[vocabulary.size()];
      for (String category : options.categories(row)) {
        places[vocabulary.of(category)] = 1;
      }
      for (float place : places) {
        sink.put(place);
      }
    }
  }
}
