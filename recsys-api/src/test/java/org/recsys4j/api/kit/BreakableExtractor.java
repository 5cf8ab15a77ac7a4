package org.recsys4j.api.kit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.StreamSupport;
import org.recsys4j.api.FeatureExtractor;
import org.recsys4j.api.FeatureExtractorFactory;
import org.recsys4j.api.FeatureRows;
import org.recsys4j.api.FeatureSink;
import org.recsys4j.api.data.FeatureRow;
import org.recsys4j.api.data.FeatureSchema;
import org.recsys4j.api.data.FeatureSchema.Feature;
import org.recsys4j.api.data.FeatureSchema.Kind;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;

/**
 * Reads a country (a category), a price (standardised) and a tag (one place each): a right
 * extractor, unless an {@link ExtractorFault} is asked for. The first category is the unknown one.
 */
final class BreakableExtractor implements FeatureExtractor {
  private final ExtractorFault fault;
  private final List<String> countries;
  private final List<String> tags;
  private final double mean;
  private final double deviation;
  private final float[] buffer;
  private int calls;

  record Options() {}

  private BreakableExtractor(
      ExtractorFault fault,
      List<String> countries,
      List<String> tags,
      double mean,
      double deviation) {
    this.fault = fault;
    this.countries = countries;
    this.tags = tags;
    this.mean = mean;
    this.deviation = deviation;
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
  public void extract(FeatureRow row, FeatureSink sink) {
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

  private float category(FeatureRow row) {
    int index = countries.indexOf(row.value("country").orElse("")) + 1;
    return switch (fault) {
      case UNKNOWN_IS_THE_FIRST_CATEGORY -> Math.max(1, index);
      case CATEGORY_OUT_OF_RANGE -> index + 1;
      default -> index;
    };
  }

  private float price(FeatureRow row) {
    if (fault == ExtractorFault.NAN_WHERE_A_CELL_IS_MISSING && row.value("price").isEmpty()) {
      return Float.NaN;
    }
    double price = row.value("price").map(Double::valueOf).orElse(mean);
    return (float) ((price - mean) / deviation) + calls;
  }

  @Override
  public void save(ModelWriter out) throws IOException {
    out.texts("countries", countries);
    out.texts("tags", fault == ExtractorFault.SAVES_NO_TAG ? List.of() : tags);
    out.doubles("price", new double[] {mean, deviation}, 2);
  }

  record Factory(ExtractorFault fault) implements FeatureExtractorFactory<Options> {
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
    public FeatureExtractor fit(FeatureRows trainingRows, Options options) {
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
      double mean = Arrays.stream(prices).average().orElse(0);
      double square = Arrays.stream(prices).map(p -> (p - mean) * (p - mean)).average().orElse(0);
      boolean naive = fault == ExtractorFault.DIVIDES_BY_THE_DEVIATION;
      double deviation = square > 0 || naive ? Math.sqrt(square) : 1;
      return new BreakableExtractor(fault, countries, tags, mean, deviation);
    }

    @Override
    public FeatureExtractor load(ModelReader in) throws IOException {
      double[] price = in.doubles("price", 2);
      return new BreakableExtractor(
          fault, in.texts("countries"), in.texts("tags"), price[0], price[1]);
    }

    private List<String> values(FeatureRows rows, String column) {
      Collection<String> different =
          fault == ExtractorFault.ORDER_OF_FIRST_ROWS ? new LinkedHashSet<>() : new TreeSet<>();
      rows.forEach(row -> row.value(column).ifPresent(different::add));
      return new ArrayList<>(different);
    }
  }
}
