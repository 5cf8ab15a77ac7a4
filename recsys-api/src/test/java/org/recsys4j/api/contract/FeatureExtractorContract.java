package org.recsys4j.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.recsys4j.api.FeatureExtractor;
import org.recsys4j.api.FeatureExtractorFactory;
import org.recsys4j.api.FeatureRows;
import org.recsys4j.api.data.FeatureRow;
import org.recsys4j.api.data.FeatureSchema;
import org.recsys4j.api.data.FeatureSchema.Feature;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;

/**
 * What {@link FeatureExtractor} and {@link FeatureExtractorFactory} promise. A test class extends
 * this one, names a factory and options, and supplies rows.
 *
 * @param <O> the extractor's options
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class FeatureExtractorContract<O extends Record> {
  /** For subclasses. */
  protected FeatureExtractorContract() {}

  /**
   * The plug-in under test.
   *
   * @return its factory
   */
  protected abstract FeatureExtractorFactory<O> factory();

  /**
   * Options that fit the rows.
   *
   * @return the parameters
   */
  protected abstract O options();

  /**
   * Rows to fit on, in which values differ.
   *
   * @return at least three rows
   */
  protected abstract List<FeatureRow> trainingRows();

  /**
   * A row none of whose categories occurs in {@link #trainingRows()}.
   *
   * @return a row of unknown values
   */
  protected abstract FeatureRow unseenRow();

  /**
   * A row of which nothing is known: all its cells are empty.
   *
   * @return a row without values
   */
  protected abstract FeatureRow emptyRow();

  /**
   * What the numbers are that the rows carry, for steps.
   *
   * @return no features unless overridden
   */
  protected FeatureSchema before() {
    return FeatureSchema.NONE;
  }

  private FeatureExtractor fit(List<FeatureRow> rows) {
    return factory().fit(new FeatureRows(rows, before()), options());
  }

  /** What an extractor writes for a row: exactly as many finite numbers as the schema says. */
  private float[] extract(FeatureExtractor extractor, FeatureRow row) {
    List<Float> written = new ArrayList<>();
    extractor.extract(row, written::add);
    assertThat(written)
        .as("numbers written for %s", row)
        .hasSize(extractor.schema().width())
        .allMatch(Float::isFinite, "finite");
    float[] numbers = new float[written.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = written.get(i);
    }
    checkCategories(extractor.schema(), numbers);
    return numbers;
  }

  private static void checkCategories(FeatureSchema schema, float[] numbers) {
    int at = 0;
    for (Feature feature : schema.features()) {
      float[] own = Arrays.copyOfRange(numbers, at, at + feature.width());
      at += feature.width();
      for (float number : own) {
        switch (feature.kind()) {
          case NUMERIC -> {}
          case CATEGORICAL, SEQUENCE ->
              assertThat(number == (int) number && number >= 0 && number < feature.cardinality())
                  .as("%s is a category of %s", number, feature)
                  .isTrue();
          case MULTI_HOT ->
              assertThat(number == 0 || number == 1)
                  .as("%s is 0 or 1 in %s", number, feature)
                  .isTrue();
        }
      }
    }
  }

  private float[][] extractAll(FeatureExtractor extractor) {
    List<FeatureRow> rows = new ArrayList<>(trainingRows());
    rows.add(unseenRow());
    rows.add(emptyRow());
    return rows.stream().map(row -> extract(extractor, row)).toArray(float[][]::new);
  }

  /** Options are a record, of the type that the factory names. */
  @Test
  public void optionsAreARecord() {
    ConfigurableChecks.optionsAreARecord(factory(), options());
  }

  /** {@code recsys list} prints the summary in one line. */
  @Test
  public void summaryIsOneLine() {
    ConfigurableChecks.summaryIsOneLine(factory());
  }

  /** The schema stays the same, whatever is extracted. */
  @Test
  public void schemaIsStable() {
    FeatureExtractor extractor = fit(trainingRows());
    FeatureSchema schema = extractor.schema();
    extractAll(extractor);
    assertThat(extractor.schema()).as("schema() when called again").isEqualTo(schema);
  }

  /** Every row, whatever it holds, becomes as many finite numbers as the schema says. */
  @Test
  public void writesExactlyTheWidthOfTheSchema() {
    extractAll(fit(trainingRows()));
  }

  /** Fitting twice on equal rows gives equal extractors. */
  @Test
  public void fittingTwiceGivesTheSame() {
    FeatureExtractor first = fit(trainingRows());
    FeatureExtractor second = fit(trainingRows());
    assertThat(second.schema()).as("schema() of a second fit").isEqualTo(first.schema());
    assertThat(extractAll(second)).as("numbers of a second fit").isDeepEqualTo(extractAll(first));
  }

  /** Nothing is learned after fitting from rows extracted. */
  @Test
  public void isFrozenAfterFitting() {
    float[][] expected = extractAll(fit(trainingRows()));
    FeatureExtractor extractor = fit(trainingRows());
    extractAll(extractor);
    assertThat(extractAll(extractor))
        .as("numbers after other rows were extracted")
        .isDeepEqualTo(expected);
  }

  /** A category that was not there in fitting goes to the unknown slot. */
  @Test
  public void unseenCategoriesGoToTheUnknownSlot() {
    FeatureExtractor extractor = fit(trainingRows());
    float[] numbers = extract(extractor, unseenRow());
    int at = 0;
    for (Feature feature : extractor.schema().features()) {
      OptionalInt unknown = feature.unknown();
      if (unknown.isPresent()) {
        float[] own = Arrays.copyOfRange(numbers, at, at + feature.width());
        switch (feature.kind()) {
          case CATEGORICAL ->
              assertThat(own)
                  .as("unseen value of %s", feature)
                  .isEqualTo(new float[] {unknown.getAsInt()});
          case MULTI_HOT, NUMERIC ->
              assertThat(own)
                  .as("unseen value of %s", feature)
                  .isEqualTo(oneAt(unknown.getAsInt(), feature.width()));
          case SEQUENCE ->
              assertThat(own)
                  .as("unseen values of %s, and places that are left over", feature)
                  .startsWith(unknown.getAsInt())
                  .containsOnly(unknown.getAsInt(), 0);
        }
      }
      at += feature.width();
    }
  }

  private static float[] oneAt(int place, int width) {
    float[] numbers = new float[width];
    numbers[place] = 1;
    return numbers;
  }

  /** What is learned does not depend on the order in which rows come. */
  @Test
  public void orderOfTheRowsChangesNothing() {
    List<FeatureRow> rotated = new ArrayList<>(trainingRows());
    Collections.rotate(rotated, -1);
    FeatureExtractor other = fit(rotated);
    FeatureExtractor extractor = fit(trainingRows());
    assertThat(other.schema())
        .as("schema() after fitting on rotated rows")
        .isEqualTo(extractor.schema());
    assertThat(extractAll(other))
        .as("numbers after fitting on rotated rows")
        .isDeepEqualTo(extractAll(extractor));
  }

  /**
   * What is loaded extracts what was saved, also when nothing was learned.
   *
   * @param folder where it is saved
   * @throws IOException if that fails
   */
  @Test
  public void loadedExtractorsExtractTheSame(@TempDir Path folder) throws IOException {
    for (List<FeatureRow> rows : List.of(trainingRows(), List.<FeatureRow>of())) {
      FeatureExtractor saved = fit(rows);
      Path file = folder.resolve(rows.size() + ".npz");
      try (ModelWriter out = new ModelWriter(Files.newOutputStream(file))) {
        saved.save(out.part("extractor"));
      }
      try (ModelReader in = new ModelReader(file)) {
        FeatureExtractor loaded = factory().load(in.part("extractor"));
        assertThat(loaded.schema()).as("schema() when loaded").isEqualTo(saved.schema());
        assertThat(extractAll(loaded)).as("numbers when loaded").isDeepEqualTo(extractAll(saved));
        assertThat(loaded.keeps(emptyRow())).isEqualTo(saved.keeps(emptyRow()));
      }
    }
  }

  /** Rows without values, equal rows, a single row and no row at all can be fitted on. */
  @Test
  public void fitsOnPoorRows() {
    FeatureRow row = trainingRows().get(0);
    for (List<FeatureRow> poor :
        List.of(List.<FeatureRow>of(), List.of(emptyRow()), List.of(row), List.of(row, row, row))) {
      extractAll(fit(poor));
    }
  }

  /** Several threads that extract at once get what one thread alone gets. */
  @Test
  public void threadsMayExtractAtOnce() {
    FeatureExtractor extractor = fit(trainingRows());
    float[][] expected = extractAll(extractor);
    AllAtOnce.run(
        4,
        thread -> {
          for (int round = 0; round < 50; round++) {
            assertThat(extractAll(extractor)).as("extracted at once").isDeepEqualTo(expected);
          }
        });
  }
}
