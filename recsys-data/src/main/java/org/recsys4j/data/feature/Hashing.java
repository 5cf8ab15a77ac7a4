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
import org.recsys4j.api.random.SeedTree;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;

/**
 * Categories by a hash, where there are too many for a vocabulary: each goes to one of a fixed
 * number of places, and several may share one. Nothing is learned, and no category is unknown.
 *
 * <p>Unsigned, a place is 1 where any category goes to it. Signed, half of the categories count as
 * -1, so that those which share a place cancel out in expectation and products of rows are
 * unbiased.
 */
public final class Hashing implements FeatureExtractorFactory<Hashing.Options> {
  /** The factory. */
  public Hashing() {}

  /**
   * The parameters.
   *
   * @param column the attribute
   * @param separator what stands between two categories; without one, the cell is one category
   * @param buckets how many places there are
   * @param signed whether half of the categories count as -1
   * @param seed chooses the hash
   */
  public record Options(
      String column,
      Optional<String> separator,
      @Range(min = 1, max = 1 << 24) int buckets,
      boolean signed,
      long seed) {
    /** Checks the range, and refuses an empty separator. */
    public Options {
      Check.components(Options.class, column, separator, buckets, signed, seed);
      Check.argument(
          separator.filter(String::isEmpty).isEmpty(),
          "separator",
          "\"\"",
          "one character or more");
    }
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "any number of categories, each in one of a fixed number of places by its hash";
  }

  @Override
  public String reference() {
    return "Kilian Weinberger et al., \"Feature Hashing for Large Scale Multitask Learning\","
        + " ICML 2009";
  }

  @Override
  public FeatureExtractor fit(FeatureRows training, Options options) {
    return new Fitted(options);
  }

  @Override
  public FeatureExtractor load(ModelReader in) throws IOException {
    long[] numbers = in.longs("numbers", 3);
    String separator = in.text("separator");
    return new Fitted(
        new Options(
            in.text("column"),
            separator.isEmpty() ? Optional.empty() : Optional.of(separator),
            (int) numbers[0],
            numbers[1] != 0,
            numbers[2]));
  }

  private record Fitted(Options options) implements FeatureExtractor {
    @Override
    public FeatureSchema schema() {
      String name = options.column() + ".hash";
      int buckets = options.buckets();
      return FeatureSchema.of(
          options.signed()
              ? Feature.numeric(name, buckets)
              : new Feature(name, Kind.MULTI_HOT, buckets, buckets, OptionalInt.empty()));
    }

    @Override
    public void extract(FeatureRow row, FeatureSink sink) {
      float[] places = new float[options.buckets()];
      SeedTree seeds = new SeedTree(options.seed());
      for (String category : Categories.of(row, options.column(), options.separator())) {
        long hash = seeds.child(category).seed();
        int place = (int) Long.remainderUnsigned(hash >>> 1, places.length);
        if (options.signed()) {
          places[place] += (hash & 1) == 0 ? 1 : -1;
        } else {
          places[place] = 1;
        }
      }
      for (float place : places) {
        sink.put(place);
      }
    }

    @Override
    public void save(ModelWriter out) throws IOException {
      out.text("column", options.column());
      out.text("separator", options.separator().orElse(""));
      out.longs(
          "numbers", new long[] {options.buckets(), options.signed() ? 1 : 0, options.seed()}, 3);
    }
  }
}
