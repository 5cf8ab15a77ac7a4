package org.recsys4j.data.feature;

import java.io.IOException;
import java.util.List;
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
import org.recsys4j.data.clean.Sample;

/**
 * A quantity as a category: which of several intervals it is in. Interval 1 is below the first
 * edge; a value that equals an edge is above it. A missing value, or a text that is no number, is
 * 0.
 */
public final class Bucketize implements FeatureExtractorFactory<Bucketize.Options> {
  /** The factory. */
  public Bucketize() {}

  /**
   * The parameters.
   *
   * @param column the attribute
   * @param edges where intervals end, ascending; learned from the training rows where there is none
   * @param buckets how many intervals of about equal numbers of training rows are learned; equal
   *     edges become one
   */
  public record Options(
      String column, List<Double> edges, @Range(min = 2, max = 10_000) int buckets) {
    /** Refuses edges that do not ascend. */
    public Options {
      Check.components(Options.class, column, edges, buckets);
      edges = List.copyOf(edges);
      for (int i = 0; i < edges.size(); i++) {
        Check.finite("edges", edges.get(i));
        Check.argument(
            i == 0 || edges.get(i) > edges.get(i - 1), "edges", edges, "in ascending order");
      }
    }
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "which interval a quantity is in, by given edges or by quantiles";
  }

  @Override
  public FeatureExtractor fit(FeatureRows training, Options options) {
    double[] edges =
        options.edges().isEmpty()
            ? Sample.of(Numbers.learn(training, options.column())).edges(options.buckets())
            : options.edges().stream().mapToDouble(edge -> edge).toArray();
    return new Fitted(options.column(), edges);
  }

  @Override
  public FeatureExtractor load(ModelReader in) throws IOException {
    return new Fitted(in.text("column"), in.doubles("edges", -1));
  }

  /** The edges are never written to. */
  private static final class Fitted implements FeatureExtractor {
    private final String column;
    private final double[] edges;

    Fitted(String column, double[] edges) {
      this.column = column;
      this.edges = edges;
    }

    @Override
    public FeatureSchema schema() {
      return FeatureSchema.of(
          new Feature(
              column + ".bucket", Kind.CATEGORICAL, 1, edges.length + 2, OptionalInt.of(0)));
    }

    @Override
    public void extract(FeatureRow row, FeatureSink sink) {
      double number = Numbers.of(row, column);
      sink.put(Double.isNaN(number) ? 0 : 1 + Sample.bucket(edges, number));
    }

    @Override
    public void save(ModelWriter out) throws IOException {
      out.text("column", column);
      out.doubles("edges", edges, edges.length);
    }
  }
}
