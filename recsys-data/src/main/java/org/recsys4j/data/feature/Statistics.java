package org.recsys4j.data.feature;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.recsys4j.api.FeatureExtractor;
import org.recsys4j.api.FeatureExtractorFactory;
import org.recsys4j.api.FeatureRows;
import org.recsys4j.api.FeatureSink;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Keys;
import org.recsys4j.api.data.FeatureRow;
import org.recsys4j.api.data.FeatureSchema;
import org.recsys4j.api.data.FeatureSchema.Feature;
import org.recsys4j.api.data.UserHistory;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;
import org.recsys4j.data.clean.Sample;

/**
 * Statistics of the training events of a user or an item. Without any event, counts are 0 and the
 * others are their means over the training rows, so that a cold item is an average one. Numbers are
 * not scaled; put a {@code scale} behind.
 */
public final class Statistics implements FeatureExtractorFactory<Statistics.Options> {
  /** The factory. */
  public Statistics() {}

  /** A statistic of the values of a row's events. */
  public enum Statistic {
    /** How many events there are. */
    COUNT,
    /** The natural logarithm of 1 + count. */
    LOG_COUNT,
    /** The mean of the values. */
    MEAN,
    /** The smallest value. */
    MINIMUM,
    /** The largest value. */
    MAXIMUM;

    private boolean isOfValues() {
      return this != COUNT && this != LOG_COUNT;
    }

    /** NaN where there is no value. */
    private double of(UserHistory events) {
      int n = events.size();
      double[] values = new double[n];
      for (int event = 0; event < n; event++) {
        values[event] = events.value(event);
      }
      return switch (this) {
        case COUNT -> n;
        case LOG_COUNT -> Math.log1p(n);
        case MEAN -> Arrays.stream(values).average().orElse(Double.NaN);
        case MINIMUM -> Arrays.stream(values).min().orElse(Double.NaN);
        case MAXIMUM -> Arrays.stream(values).max().orElse(Double.NaN);
      };
    }
  }

  /**
   * The parameters.
   *
   * @param parts which statistics, in order
   */
  public record Options(List<Statistic> parts) {
    /** Refuses an empty list and repetitions. */
    public Options {
      Check.components(Options.class, parts);
      parts = List.copyOf(Check.notEmpty("parts", parts));
      Check.argument(
          EnumSet.copyOf(parts).size() == parts.size(), "parts", parts, "free of repetitions");
    }
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "counts, means and extremes of the training events of a user or an item";
  }

  @Override
  public FeatureExtractor fit(FeatureRows training, Options options) {
    double[] fills =
        options.parts().stream()
            .mapToDouble(part -> part.isOfValues() ? mean(part, training) : 0)
            .toArray();
    return new Fitted(options.parts(), fills);
  }

  private static double mean(Statistic part, FeatureRows training) {
    return Sample.of(
            training.rows().stream()
                .map(FeatureRow::events)
                .filter(events -> events.size() > 0)
                .mapToDouble(part::of)
                .toArray())
        .mean();
  }

  @Override
  public FeatureExtractor load(ModelReader in) throws IOException {
    List<Statistic> parts = Names.constants(Statistic.class, in.texts("parts"));
    return new Fitted(parts, in.doubles("fills", parts.size()));
  }

  /** The fills are never written to. */
  private static final class Fitted implements FeatureExtractor {
    private final List<Statistic> parts;
    private final double[] fills;

    Fitted(List<Statistic> parts, double[] fills) {
      this.parts = parts;
      this.fills = fills;
    }

    @Override
    public FeatureSchema schema() {
      return new FeatureSchema(
          parts.stream()
              .map(part -> Feature.numeric("events." + Keys.kebab(part.name()), 1))
              .toList());
    }

    @Override
    public void extract(FeatureRow row, FeatureSink sink) {
      for (int i = 0; i < fills.length; i++) {
        double statistic = parts.get(i).of(row.events());
        sink.put((float) (Double.isNaN(statistic) ? fills[i] : statistic));
      }
    }

    @Override
    public void save(ModelWriter out) throws IOException {
      out.texts("parts", parts.stream().map(Enum::name).toList());
      out.doubles("fills", fills, fills.length);
    }
  }
}
