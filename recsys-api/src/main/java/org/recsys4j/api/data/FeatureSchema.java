package org.recsys4j.api.data;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Describes the numbers that a feature extractor writes for each row.
 *
 * @param features the features, in the order in which they are written
 */
public record FeatureSchema(List<Feature> features) {
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
   * How many numbers each row becomes.
   *
   * @return the sum of the features' widths
   */
  public int width() {
    return features.stream().mapToInt(Feature::width).sum();
  }

  /** How numbers are to be read. */
  public enum Kind {
    /** Quantities, to be multiplied. */
    NUMERIC,
    /** One category: a whole number from 0 to cardinality - 1, to be looked up in a table. */
    CATEGORICAL,
    /** Any number of categories: one place each, 1 where it applies and 0 elsewhere. */
    MULTI_HOT
  }

  /**
   * One feature.
   *
   * @param name its name, unique in a schema
   * @param kind how its numbers are to be read
   * @param width how many numbers it has, at least 1
   * @param cardinality how many categories there are, the unknown one included; 0 for numeric
   *     features
   * @param unknown the category that stands for all values not seen in fitting, where there is one
   */
  public record Feature(String name, Kind kind, int width, int cardinality, OptionalInt unknown) {
    /** Checks that sizes fit the kind. */
    public Feature {
      boolean fits =
          switch (kind) {
            case NUMERIC -> width >= 1 && cardinality == 0 && unknown.isEmpty();
            case CATEGORICAL -> width == 1 && cardinality >= 1;
            case MULTI_HOT -> width >= 1 && cardinality == width;
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
  }
}
