package org.recsys4j.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.recsys4j.api.FeatureExtractor;
import org.recsys4j.api.FeatureExtractorFactory;
import org.recsys4j.api.data.FeatureSchema;
import org.recsys4j.api.data.FeatureSchema.Feature;

/**
 * What {@link FeatureExtractor} and {@link FeatureExtractorFactory} promise. A test class extends
 * this one, names a factory and options, and supplies rows.
 *
 * @param <T> the kind of row
 * @param <O> the extractor's options
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class FeatureExtractorContract<T, O extends Record> {
  /** For subclasses. */
  protected FeatureExtractorContract() {}

  /**
   * The plug-in under test.
   *
   * @return its factory
   */
  protected abstract FeatureExtractorFactory<T, O> factory();

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
  protected abstract List<T> trainingRows();

  /**
   * A row none of whose categories occurs in {@link #trainingRows()}.
   *
   * @return a row of unknown values
   */
  protected abstract T unseenRow();

  /**
   * A row of which nothing is known: all its cells are empty.
   *
   * @return a row without values
   */
  protected abstract T emptyRow();

  private FeatureExtractor<T> fit(List<T> rows) {
    return factory().fit(rows, options());
  }

  /** What an extractor writes for a row: exactly as many finite numbers as the schema says. */
  private float[] extract(FeatureExtractor<T> extractor, T row) {
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
          case CATEGORICAL ->
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

  private float[][] extractAll(FeatureExtractor<T> extractor) {
    List<T> rows = new ArrayList<>(trainingRows());
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

  /** Rows are of the type that the factory names. */
  @Test
  public void rowsAreOfTheTypeNamed() {
    assertThat(trainingRows()).hasOnlyElementsOfType(factory().rowType());
  }

  /** The schema stays the same, whatever is extracted. */
  @Test
  public void schemaIsStable() {
    FeatureExtractor<T> extractor = fit(trainingRows());
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
    FeatureExtractor<T> first = fit(trainingRows());
    FeatureExtractor<T> second = fit(trainingRows());
    assertThat(second.schema()).as("schema() of a second fit").isEqualTo(first.schema());
    assertThat(extractAll(second)).as("numbers of a second fit").isDeepEqualTo(extractAll(first));
  }

  /** Nothing is learned after fitting: neither from rows extracted, nor from the list fitted on. */
  @Test
  public void isFrozenAfterFitting() {
    float[][] expected = extractAll(fit(trainingRows()));
    List<T> rows = new ArrayList<>(trainingRows());
    FeatureExtractor<T> extractor = fit(rows);
    rows.clear();
    extractAll(extractor);
    assertThat(extractAll(extractor))
        .as("numbers after other rows were extracted and the training rows were cleared")
        .isDeepEqualTo(expected);
  }

  /** A category that was not there in fitting goes to the unknown slot. */
  @Test
  public void unseenCategoriesGoToTheUnknownSlot() {
    FeatureExtractor<T> extractor = fit(trainingRows());
    float[] numbers = extract(extractor, unseenRow());
    int at = 0;
    for (Feature feature : extractor.schema().features()) {
      OptionalInt unknown = feature.unknown();
      if (unknown.isPresent()) {
        float[] own = Arrays.copyOfRange(numbers, at, at + feature.width());
        float[] expected =
            switch (feature.kind()) {
              case CATEGORICAL -> new float[] {unknown.getAsInt()};
              case MULTI_HOT, NUMERIC -> oneAt(unknown.getAsInt(), feature.width());
            };
        assertThat(own).as("unseen value of %s", feature).isEqualTo(expected);
      }
      at += feature.width();
    }
  }

  private static float[] oneAt(int place, int width) {
    float[] numbers = new float[width];
    numbers[place] = 1;
    return numbers;
  }

  /** Rows without values, equal rows, a single row and no row at all can be fitted on. */
  @Test
  public void fitsOnPoorRows() {
    T row = trainingRows().get(0);
    for (List<T> poor :
        List.of(List.<T>of(), List.of(emptyRow()), List.of(row), List.of(row, row, row))) {
      extractAll(fit(poor));
    }
  }

  /** Several threads that extract at once get what one thread alone gets. */
  @Test
  public void threadsMayExtractAtOnce() {
    FeatureExtractor<T> extractor = fit(trainingRows());
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
