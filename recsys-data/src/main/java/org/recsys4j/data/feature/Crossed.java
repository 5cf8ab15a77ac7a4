package org.recsys4j.data.feature;

import java.io.IOException;
import java.util.List;
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
 * The combination of several categories as one category, such as country and occupation, which a
 * linear model cannot see in its parts (Cheng et al., "Wide and Deep Learning for Recommender
 * Systems", DLRS 2016). Combinations seen often enough have the numbers from 1 in alphabetical
 * order; all others, and those of which a part is missing, are 0.
 */
public final class Crossed implements FeatureExtractorFactory<Crossed.Options> {
  /** Cannot be mistaken for a part of a cell: one in a cell is doubled. */
  private static final String BETWEEN = "\u001f";

  /** The factory. */
  public Crossed() {}

  /**
   * The parameters.
   *
   * @param columns the attributes, two or more
   * @param minimumCount how many training rows must have a combination for it to get a number of
   *     its own
   */
  public record Options(List<String> columns, @Range(min = 1) int minimumCount) {
    /** Refuses a single column. */
    public Options {
      Check.components(Options.class, columns, minimumCount);
      columns = List.copyOf(columns);
      Check.argument(
          columns.stream().distinct().count() == columns.size() && columns.size() >= 2,
          "columns",
          columns,
          "two different columns or more");
    }
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "the combination of several categories as one";
  }

  @Override
  public String reference() {
    return "Heng-Tze Cheng et al., \"Wide & Deep Learning for Recommender Systems\", DLRS 2016";
  }

  @Override
  public FeatureExtractor fit(FeatureRows training, Options options) {
    Vocabulary.Counter counter = new Vocabulary.Counter();
    training.forEach(row -> cross(row, options.columns()).ifPresent(counter::add));
    return new Fitted(options.columns(), counter.atLeast(options.minimumCount()));
  }

  @Override
  public FeatureExtractor load(ModelReader in) throws IOException {
    return new Fitted(in.texts("columns"), Vocabulary.load(in));
  }

  private static Optional<String> cross(FeatureRow row, List<String> columns) {
    StringBuilder all = new StringBuilder();
    for (String column : columns) {
      Optional<String> cell = row.value(column);
      if (cell.isEmpty()) {
        return Optional.empty();
      }
      all.append(cell.get().replace(BETWEEN, BETWEEN + BETWEEN)).append(BETWEEN).append('\n');
    }
    return Optional.of(all.toString());
  }

  private record Fitted(List<String> columns, Vocabulary vocabulary) implements FeatureExtractor {
    @Override
    public FeatureSchema schema() {
      return FeatureSchema.of(
          new Feature(
              String.join(" x ", columns),
              Kind.CATEGORICAL,
              1,
              vocabulary.size() + 1,
              OptionalInt.of(0)));
    }

    @Override
    public void extract(FeatureRow row, FeatureSink sink) {
      sink.put(1 + cross(row, columns).map(vocabulary::indexOf).orElse(-1));
    }

    @Override
    public void save(ModelWriter out) throws IOException {
      out.texts("columns", columns);
      vocabulary.save(out);
    }
  }
}
