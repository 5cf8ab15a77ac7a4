package org.recsys4j.api.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;

/**
 * Describes the numbers that a feature extractor writes for each row.
 *
 * @param features the features, in the order in which they are written
 */
public record FeatureSchema(List<Feature> features) {
  /** No feature at all. */
  public static final FeatureSchema NONE = new FeatureSchema(List.of());

  private static final int COLUMNS = 3; // of the saved table: cardinality, unknown, rank

  /** Takes a copy of the list, in which no name may occur twice. */
  public FeatureSchema {
    features = List.copyOf(features);
    Set<String> names = new HashSet<>();
    for (Feature feature : features) {
      if (!names.add(feature.name())) {
        throw new IllegalArgumentException("two features \"" + feature.name() + "\"");
      }
    }
  }

  /**
   * One feature.
   *
   * @param feature the feature
   * @return its schema
   */
  public static FeatureSchema of(Feature... feature) {
    return new FeatureSchema(List.of(feature));
  }

  /**
   * How many numbers each row becomes.
   *
   * @return the sum of the features' widths
   */
  public int width() {
    return features.stream().mapToInt(Feature::width).sum();
  }

  /**
   * Writes the schema.
   *
   * @param out where it goes
   * @throws IOException if writing fails
   */
  public void save(ModelWriter out) throws IOException {
    int[] table = new int[COLUMNS * features.size()];
    List<Integer> shapes = new ArrayList<>();
    for (int i = 0; i < features.size(); i++) {
      Feature feature = features.get(i);
      table[COLUMNS * i] = feature.cardinality();
      table[COLUMNS * i + 1] = feature.unknown().orElse(-1);
      table[COLUMNS * i + 2] = feature.shape().size();
      shapes.addAll(feature.shape());
    }
    out.texts("names", features.stream().map(Feature::name).toList());
    out.texts("kinds", features.stream().map(it -> it.kind().name()).toList());
    out.ints("features", table, features.size(), COLUMNS);
    out.ints("shapes", shapes.stream().mapToInt(it -> it).toArray(), shapes.size());
  }

  /**
   * Reads what {@link #save} wrote.
   *
   * @param in where it was written to
   * @return an equal schema
   * @throws IOException if it is missing or damaged
   */
  public static FeatureSchema load(ModelReader in) throws IOException {
    List<String> names = in.texts("names");
    List<String> kinds = in.texts("kinds");
    int[] table = in.ints("features", names.size(), COLUMNS);
    int[] shapes = in.ints("shapes", -1);
    List<Feature> features = new ArrayList<>();
    int at = 0;
    try {
      for (int i = 0; i < names.size(); i++) {
        int unknown = table[COLUMNS * i + 1];
        int rank = table[COLUMNS * i + 2];
        features.add(
            new Feature(
                names.get(i),
                Kind.valueOf(kinds.get(i)),
                table[COLUMNS * i],
                unknown < 0 ? OptionalInt.empty() : OptionalInt.of(unknown),
                Arrays.stream(shapes, at, Math.addExact(at, rank)).boxed().toList()));
        at += rank;
      }
      return new FeatureSchema(features);
    } catch (IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException e) {
      throw new IOException("the description of the features is damaged: " + e.getMessage(), e);
    }
  }

  /** How numbers are to be read. */
  public enum Kind {
    /** Quantities, to be multiplied. */
    NUMERIC,
    /** One category: a whole number from 0 to cardinality - 1, to be looked up in a table. */
    CATEGORICAL,
    /** Any number of categories: one place each, 1 where it applies and 0 elsewhere. */
    MULTI_HOT,
    /**
     * Categories in an order, each a whole number from 0 to cardinality - 1, to be looked up in a
     * table; 0 stands in the places that are left over, which come last.
     */
    SEQUENCE
  }

  /**
   * One feature.
   *
   * @param name its name, unique in a schema
   * @param kind how its numbers are to be read
   * @param cardinality how many categories there are, the unknown one included; 0 for numeric
   *     features
   * @param unknown the category that stands for all values not seen in fitting, where there is one
   * @param shape how its numbers are arranged, row-major: the width alone for most, channels,
   *     height and width for an image
   */
  public record Feature(
      String name, Kind kind, int cardinality, OptionalInt unknown, List<Integer> shape) {
    /** Checks that sizes fit the kind. */
    public Feature {
      shape = List.copyOf(shape);
      int width = width(shape);
      boolean fits =
          switch (kind) {
            case NUMERIC -> width >= 1 && cardinality == 0 && unknown.isEmpty();
            case CATEGORICAL -> width == 1 && cardinality >= 1;
            case MULTI_HOT -> width >= 1 && cardinality == width;
            case SEQUENCE -> width >= 1 && cardinality >= 1;
          };
      if (!fits || unknown.orElse(0) < 0 || unknown.orElse(-1) >= cardinality) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "feature \"%s\": a width of %d and %d categories do not fit %s",
                name,
                width,
                cardinality,
                kind));
      }
    }

    /**
     * A feature whose numbers stand in one row.
     *
     * @param name its name, unique in a schema
     * @param kind how its numbers are to be read
     * @param width how many numbers it has, at least 1
     * @param cardinality how many categories there are, the unknown one included
     * @param unknown the category that stands for all values not seen in fitting
     */
    public Feature(String name, Kind kind, int width, int cardinality, OptionalInt unknown) {
      this(name, kind, cardinality, unknown, List.of(width));
    }

    /**
     * Quantities.
     *
     * @param name its name
     * @param shape how many, or their arrangement
     * @return a numeric feature
     */
    public static Feature numeric(String name, Integer... shape) {
      return new Feature(name, Kind.NUMERIC, 0, OptionalInt.empty(), List.of(shape));
    }

    /**
     * The same under another name.
     *
     * @param other the name
     * @return a new feature
     */
    public Feature named(String other) {
      return new Feature(other, kind, cardinality, unknown, shape);
    }

    /**
     * How many numbers it has.
     *
     * @return at least 1
     */
    public int width() {
      return width(shape);
    }

    /** -1 where there is no shape, or one of too many places. */
    private static int width(List<Integer> shape) {
      long width = shape.isEmpty() ? -1 : 1;
      for (int size : shape) {
        width = size < 0 ? -1 : width * size;
        if (width < 0 || width > Integer.MAX_VALUE) {
          return -1;
        }
      }
      return (int) width;
    }
  }
}
