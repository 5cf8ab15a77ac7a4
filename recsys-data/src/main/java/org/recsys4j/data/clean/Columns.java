package org.recsys4j.data.clean;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.recsys4j.api.FeatureExtractor;
import org.recsys4j.api.FeatureRows;
import org.recsys4j.api.FeatureSink;
import org.recsys4j.api.data.FeatureRow;
import org.recsys4j.api.data.FeatureSchema;
import org.recsys4j.api.data.FeatureSchema.Feature;
import org.recsys4j.api.data.FeatureSchema.Kind;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;

/**
 * Does something to every number before it that is a quantity: {@code (clip(x) - shift) * factor}.
 * Leaves categories as they are. Learning looks at one column at a time, 8 bytes a row.
 */
final class Columns implements FeatureExtractor {
  private static final int NUMBERS = 4;

  private final FeatureSchema schema;
  private final CleanQuantity[] columns;

  private Columns(FeatureSchema schema, CleanQuantity[] columns) {
    this.schema = schema;
    this.columns = columns;
  }

  /**
   * Learns column by column.
   *
   * @param chosen names of numeric features; all of them where there is no name
   */
  static Columns fit(
      FeatureRows training, List<String> chosen, Function<Sample, CleanQuantity> learn) {
    FeatureSchema schema = training.before();
    refuseUnknown(schema, chosen);
    CleanQuantity[] columns = new CleanQuantity[schema.width()];
    int at = 0;
    for (Feature feature : schema.features()) {
      boolean changed =
          feature.kind() == Kind.NUMERIC && (chosen.isEmpty() || chosen.contains(feature.name()));
      for (int end = at + feature.width(); at < end; at++) {
        columns[at] =
            changed
                ? learn.apply(Sample.of(column(training, at)))
                : CleanQuantity.clip(Sample.of(), 0, 1);
      }
    }
    return new Columns(schema, columns);
  }

  static void refuseUnknown(FeatureSchema schema, List<String> names) {
    List<String> known = schema.features().stream().map(Feature::name).toList();
    for (String name : names) {
      if (!known.contains(name)) {
        throw new InvalidDataException(
            "no feature \"" + name + "\" stands before this step; there are: " + known);
      }
    }
  }

  static double[] column(FeatureRows rows, int place) {
    return rows.rows().stream().mapToDouble(row -> row.number(place)).toArray();
  }

  @Override
  public FeatureSchema schema() {
    return schema;
  }

  @Override
  public void extract(FeatureRow row, FeatureSink sink) {
    for (int i = 0; i < columns.length; i++) {
      sink.put(columns[i].clean(row.number(i)));
    }
  }

  @Override
  public void save(ModelWriter out) throws IOException {
    schema.save(out);
    double[] numbers = new double[NUMBERS * columns.length];
    for (int i = 0; i < columns.length; i++) {
      numbers[NUMBERS * i] = columns[i].lower();
      numbers[NUMBERS * i + 1] = columns[i].upper();
      numbers[NUMBERS * i + 2] = columns[i].shift();
      numbers[NUMBERS * i + 3] = columns[i].factor();
    }
    out.doubles("columns", numbers, columns.length, NUMBERS);
  }

  static Columns load(ModelReader in) throws IOException {
    FeatureSchema schema = FeatureSchema.load(in);
    double[] numbers = in.doubles("columns", schema.width(), NUMBERS);
    CleanQuantity[] columns = new CleanQuantity[schema.width()];
    for (int i = 0; i < columns.length; i++) {
      columns[i] =
          new CleanQuantity(
              0,
              numbers[NUMBERS * i],
              numbers[NUMBERS * i + 1],
              numbers[NUMBERS * i + 2],
              numbers[NUMBERS * i + 3]);
    }
    return new Columns(schema, columns);
  }
}
