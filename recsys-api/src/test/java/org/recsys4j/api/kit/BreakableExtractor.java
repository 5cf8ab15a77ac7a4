package org.recsys4j.api.kit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.StreamSupport;
import org.recsys4j.api.FeatureExtractor;
import org.recsys4j.api.FeatureExtractorFactory;
import org.recsys4j.api.FeatureSink;
import org.recsys4j.api.data.Attributes;
import org.recsys4j.api.data.FeatureSchema;
import org.recsys4j.api.data.FeatureSchema.Feature;
import org.recsys4j.api.data.FeatureSchema.Kind;

/**
 * Reads a country (a category), a price (standardised) and a tag (one place each): a right
 * extractor, unless an {@link ExtractorFault} is asked for. The first category is the unknown one.
 */
final class BreakableExtractor implements FeatureExtractor<Attributes.Row> {
  private final ExtractorFault fault;
  private final List<String> countries;
  private final List<String> tags;
  private final double mean;
  private final double deviation;
  private final Iterable<? extends Attributes.Row> trainingRows;
  private final float[] buffer;
  private int calls;

  record Options() {}

  private BreakableExtractor(
      ExtractorFault fault,
      List<String> countries,
      List<String> tags,
      double[] prices,
      Iterable<? extends Attributes.Row> trainingRows) {
    this.fault = fault;
    this.countries = countries;
    this.tags = tags;
    this.mean = Arrays.stream(prices).average().orElse(0);
    double square = Arrays.stream(prices).map(p -> (p - mean) * (p - mean)).average().orElse(0);
    boolean naive = fault == ExtractorFault.DIVIDES_BY_THE_DEVIATION;
    this.deviation = square > 0 || naive ? Math.sqrt(square) : 1;
    this.trainingRows = trainingRows;
    this.buffer = new float[3 + tags.size()];
  }

  @Override
  public FeatureSchema schema() {
    int grown = fault == ExtractorFault.SCHEMA_GROWS ? calls : 0;
    return new FeatureSchema(
        List.of(
            new Feature(
                "country", Kind.CATEGORICAL, 1, 1 + countries.size() + grown, OptionalInt.of(0)),
            new Feature("price", Kind.NUMERIC, 1, 0, OptionalInt.empty()),
            new Feature(
                "tag", Kind.MULTI_HOT, 1 + tags.size(), 1 + tags.size(), OptionalInt.of(0))));
  }

  @Override
  public void extract(Attributes.Row row, FeatureSink sink) {
    if (fault == ExtractorFault.SCHEMA_GROWS
        || fault == ExtractorFault.LEARNS_FROM_ROWS_EXTRACTED) {
      calls++;
    }
    float[] out = fault == ExtractorFault.SHARES_A_BUFFER ? buffer : new float[3 + tags.size()];
    Arrays.fill(out, 0);
    out[0] = category(row);
    out[1] = price(row);
    String tag = row.value("tag").orElse("");
    int place = tags.indexOf(tag) + 1;
    if (!tag.isEmpty() && !(place == 0 && fault == ExtractorFault.UNKNOWN_TAGS_ARE_LEFT_OUT)) {
      out[2 + place] = fault == ExtractorFault.HALF_A_TAG ? 0.5f : 1;
    }
    if (fault == ExtractorFault.SHARES_A_BUFFER) {
      LockSupport.parkNanos(1);
    }
    int width = fault == ExtractorFault.ONE_NUMBER_TOO_FEW ? out.length - 1 : out.length;
    for (int i = 0; i < width; i++) {
      sink.put(out[i]);
    }
  }

  private float category(Attributes.Row row) {
    int index = countries.indexOf(row.value("country").orElse("")) + 1;
    return switch (fault) {
      case UNKNOWN_IS_THE_FIRST_CATEGORY -> Math.max(1, index);
      case CATEGORY_OUT_OF_RANGE -> index + 1;
      default -> index;
    };
  }

  private float price(Attributes.Row row) {
    if (fault == ExtractorFault.READS_THE_TRAINING_ROWS_LATER) {
      return trainingRows.iterator().hasNext() ? 1 : 0;
    }
    if (fault == ExtractorFault.NAN_WHERE_A_CELL_IS_MISSING && row.value("price").isEmpty()) {
      return Float.NaN;
    }
    double price = row.value("price").map(Double::valueOf).orElse(mean);
    return (float) ((price - mean) / deviation) + calls;
  }

  record Factory(ExtractorFault fault) implements FeatureExtractorFactory<Attributes.Row, Options> {
    private static final AtomicInteger FITS = new AtomicInteger();

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"})
    public Class<Options> optionsType() {
      return fault == ExtractorFault.OPTIONS_TYPE_IS_NO_RECORD
          ? (Class<Options>) (Class) Record.class
          : Options.class;
    }

    @Override
    public String summary() {
      return fault == ExtractorFault.SUMMARY_OF_TWO_LINES ? "country,\nprice" : "country, price";
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"})
    public Class<Attributes.Row> rowType() {
      return fault == ExtractorFault.ROWS_OF_ANOTHER_TYPE
          ? (Class<Attributes.Row>) (Class) String.class
          : Attributes.Row.class;
    }

    @Override
    public FeatureExtractor<Attributes.Row> fit(
        Iterable<? extends Attributes.Row> trainingRows, Options options) {
      List<String> countries = values(trainingRows, "country");
      if (fault == ExtractorFault.RANDOM_ORDER_OF_CATEGORIES && FITS.incrementAndGet() % 2 == 0) {
        Collections.reverse(countries);
      }
      double[] prices =
          StreamSupport.stream(trainingRows.spliterator(), false)
              .flatMap(row -> row.value("price").stream())
              .mapToDouble(Double::parseDouble)
              .toArray();
      List<String> tags = values(trainingRows, "tag");
      return new BreakableExtractor(fault, countries, tags, prices, trainingRows);
    }

    private static List<String> values(Iterable<? extends Attributes.Row> rows, String column) {
      TreeSet<String> different = new TreeSet<>();
      rows.forEach(row -> row.value(column).ifPresent(different::add));
      return new ArrayList<>(different);
    }
  }
}
