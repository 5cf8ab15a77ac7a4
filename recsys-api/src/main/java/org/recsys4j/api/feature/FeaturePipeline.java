package org.recsys4j.api.feature;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.recsys4j.api.FeatureExtractor;
import org.recsys4j.api.FeatureExtractorFactory;
import org.recsys4j.api.FeatureRows;
import org.recsys4j.api.data.FeatureMatrix;
import org.recsys4j.api.data.FeatureRow;
import org.recsys4j.api.data.FeatureSchema;
import org.recsys4j.api.data.FeatureSchema.Feature;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.plugin.Configured;
import org.recsys4j.api.plugin.NamedRegistry;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;

/**
 * Extractors one behind the other, fitted in this order and frozen. Each adds its numbers to those
 * before it; a {@linkplain FeatureExtractorFactory#isStep step} puts its own in the place of all of
 * them. Immutable and safe for many threads.
 *
 * <p>Fitting a step holds the numbers of all training rows, 4 bytes each; extracting holds one row.
 *
 * <p>A row that one extractor does not keep is not among the training rows of those behind it.
 */
public final class FeaturePipeline {
  private final List<Stage> stages;
  private final FeatureSchema schema;

  private record Stage(String label, String name, boolean step, FeatureExtractor extractor) {
    /**
     * Names of its features, which the user's label replaces or, if there are several, precedes.
     */
    FeatureSchema schema() {
      List<Feature> features = extractor.schema().features();
      if (step || label.equals(name)) {
        return extractor.schema();
      }
      return new FeatureSchema(
          features.stream()
              .map(it -> it.named(features.size() == 1 ? label : label + "." + it.name()))
              .toList());
    }

    float[] extract(FeatureRow row) {
      Numbers numbers = new Numbers(extractor.schema().width());
      extractor.extract(row, numbers::put);
      return numbers.finish(label, row, step ? new float[0] : numbersOf(row));
    }
  }

  private FeaturePipeline(List<Stage> stages, FeatureSchema schema) {
    this.stages = stages;
    this.schema = schema;
  }

  /**
   * Fits extractors.
   *
   * @param uses the extractors and their options, in order
   * @param training the training rows, none of which carries numbers
   * @return the frozen pipeline
   * @throws InvalidDataException if a row cannot be read, two features have one name, or the
   *     numbers that a step needs do not fit the heap
   */
  public static FeaturePipeline fit(
      List<Configured<FeatureExtractorFactory<?>>> uses, List<FeatureRow> training) {
    return fit(uses, training, HeapLeft.ofProcess());
  }

  static FeaturePipeline fit(
      List<Configured<FeatureExtractorFactory<?>>> uses, List<FeatureRow> training, HeapLeft heap) {
    List<Stage> stages = new ArrayList<>();
    FeatureSchema schema = FeatureSchema.NONE;
    List<FeatureRow> rows = training;
    for (int i = 0; i < uses.size(); i++) {
      Configured<FeatureExtractorFactory<?>> use = uses.get(i);
      boolean step = use.plugin().isStep();
      FeatureExtractor extractor = fit(use.plugin(), use.options(), new FeatureRows(rows, schema));
      Stage stage = new Stage(use.label(), use.name(), step, extractor);
      stages.add(stage);
      schema = join(schema, stage);
      if (i + 1 < uses.size()) {
        boolean numbers = uses.subList(i + 1, uses.size()).stream().anyMatch(FeaturePipeline::step);
        if (numbers) {
          heap.require(labels(stages), rows.size(), schema.width());
        }
        rows =
            rows.stream()
                .filter(extractor::keeps)
                .map(row -> numbers ? row.with(stage.extract(row)) : row)
                .toList();
      }
    }
    return new FeaturePipeline(List.copyOf(stages), schema);
  }

  private static String labels(List<Stage> stages) {
    return stages.stream().map(Stage::label).collect(Collectors.joining(", ", "[", "]"));
  }

  private static boolean step(Configured<FeatureExtractorFactory<?>> use) {
    return use.plugin().isStep();
  }

  private static <O extends Record> FeatureExtractor fit(
      FeatureExtractorFactory<O> factory, Record options, FeatureRows rows) {
    return factory.fit(rows, factory.optionsType().cast(options));
  }

  private static FeatureSchema join(FeatureSchema before, Stage stage) {
    if (stage.step) {
      return stage.schema();
    }
    List<Feature> all = new ArrayList<>(before.features());
    all.addAll(stage.schema().features());
    try {
      return new FeatureSchema(all);
    } catch (IllegalArgumentException e) {
      throw new InvalidDataException(e.getMessage() + "; give one of them a label of its own", e);
    }
  }

  /**
   * Describes the numbers that every row becomes.
   *
   * @return the features that are left at the end
   */
  public FeatureSchema schema() {
    return schema;
  }

  /**
   * Extracts a row.
   *
   * @param row a row without numbers
   * @return as many finite numbers as the schema is wide
   */
  public float[] extract(FeatureRow row) {
    FeatureRow current = row;
    for (Stage stage : stages) {
      current = current.with(stage.extract(current));
    }
    return numbersOf(current);
  }

  private static float[] numbersOf(FeatureRow row) {
    float[] numbers = new float[row.numbers()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = row.number(i);
    }
    return numbers;
  }

  /**
   * Whether every extractor keeps a row.
   *
   * @param row a row
   * @return false where it has no features for its missing values
   */
  public boolean keeps(FeatureRow row) {
    return stages.stream().allMatch(stage -> stage.extractor.keeps(row));
  }

  /**
   * Extracts rows.
   *
   * @param rows the rows of all users or all items, by index
   * @return one row of numbers each; those that are not kept are 0 and unknown
   * @throws InvalidDataException if the matrix does not fit the heap, said before it is made
   */
  public FeatureMatrix matrix(List<FeatureRow> rows) {
    return matrix(rows, HeapLeft.ofProcess());
  }

  FeatureMatrix matrix(List<FeatureRow> rows, HeapLeft heap) {
    heap.require(labels(stages), rows.size(), schema.width());
    FeatureMatrix.Builder matrix = new FeatureMatrix.Builder(schema, rows.size());
    for (int i = 0; i < rows.size(); i++) {
      FeatureRow row = rows.get(i);
      if (keeps(row)) {
        matrix.set(i, extract(row));
      }
    }
    return matrix.build();
  }

  /**
   * Writes everything that was learned.
   *
   * @param out where it goes
   * @throws IOException if writing fails
   */
  public void save(ModelWriter out) throws IOException {
    out.texts("labels", stages.stream().map(Stage::label).toList());
    out.texts("extractors", stages.stream().map(Stage::name).toList());
    for (int i = 0; i < stages.size(); i++) {
      stages.get(i).extractor.save(out.part("stage-" + i));
    }
  }

  /**
   * Reads what {@link #save} wrote.
   *
   * @param in where it was written to
   * @param extractors the extractors by name
   * @return a pipeline that extracts equal numbers
   * @throws IOException if something is missing or damaged
   * @throws org.recsys4j.api.plugin.UnknownNameException if an extractor is not there any more
   */
  public static FeaturePipeline load(
      ModelReader in, NamedRegistry<FeatureExtractorFactory<?>> extractors) throws IOException {
    List<String> labels = in.texts("labels");
    List<String> names = in.texts("extractors");
    if (labels.size() != names.size()) {
      throw new IOException(labels.size() + " labels of " + names.size() + " extractors");
    }
    List<Stage> stages = new ArrayList<>();
    FeatureSchema schema = FeatureSchema.NONE;
    for (int i = 0; i < names.size(); i++) {
      FeatureExtractorFactory<?> factory = extractors.get(names.get(i));
      FeatureExtractor extractor = factory.load(in.part("stage-" + i));
      Stage stage = new Stage(labels.get(i), names.get(i), factory.isStep(), extractor);
      stages.add(stage);
      schema = join(schema, stage);
    }
    return new FeaturePipeline(List.copyOf(stages), schema);
  }

  /** What one extractor writes, checked against its schema. */
  private static final class Numbers {
    private final float[] values;
    private int size;

    Numbers(int width) {
      values = new float[width];
    }

    void put(float value) {
      if (size < values.length) {
        values[size] = value;
      }
      size++;
    }

    float[] finish(String label, FeatureRow row, float[] before) {
      if (size != values.length
          || IntStream.range(0, size).anyMatch(i -> !Float.isFinite(values[i]))) {
        throw new IllegalStateException(
            String.format(
                Locale.ROOT,
                "extractor %s made %d numbers of %s; %d finite ones are in its schema",
                label,
                size,
                row,
                values.length));
      }
      float[] all = Arrays.copyOf(before, before.length + size);
      System.arraycopy(values, 0, all, before.length, size);
      return all;
    }
  }
}
