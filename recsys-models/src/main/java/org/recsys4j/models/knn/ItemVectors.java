package org.recsys4j.models.knn;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.recsys4j.api.data.FeatureMatrix;
import org.recsys4j.api.data.FeatureSchema.Feature;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;

/**
 * Vectors of length 1 for items, of which only cells other than 0 are stored. Quantities keep their
 * place; a category, of one kind or the other, has a place of its own, where a sequence counts how
 * often it occurs. The unknown category has none, for two unknown things are not alike.
 */
final class ItemVectors {
  private final int width;
  private final int[] starts;
  private final int[] placeOf;
  private final float[] weightOf;

  private ItemVectors(int width, int[] starts, int[] placeOf, float[] weightOf) {
    this.width = width;
    this.starts = starts;
    this.placeOf = placeOf;
    this.weightOf = weightOf;
  }

  /**
   * Takes the features of all items.
   *
   * @throws InvalidDataException if there are more than 2^31 places or cells
   */
  static ItemVectors of(FeatureMatrix features) {
    long places = 0;
    for (Feature feature : features.schema().features()) {
      places += places(feature);
    }
    if (places > Integer.MAX_VALUE - 8) {
      throw new InvalidDataException(places + " places of features are too many");
    }
    int[] starts = new int[features.rows() + 1];
    int[] placeOf = new int[64];
    float[] weightOf = new float[64];
    float[] row = new float[features.width()];
    Cells cells = new Cells((int) places, features.width());
    for (int item = 0; item < features.rows(); item++) {
      features.copyRow(item, row, 0);
      if (features.isKnown(item)) {
        cells.take(features, row);
      }
      int start = starts[item];
      int end = Math.addExact(start, cells.size);
      if (end > placeOf.length) {
        int capacity = (int) Math.min(Integer.MAX_VALUE - 8, Math.max(end, 2L * placeOf.length));
        placeOf = Arrays.copyOf(placeOf, capacity);
        weightOf = Arrays.copyOf(weightOf, capacity);
      }
      cells.copy(placeOf, weightOf, start);
      starts[item + 1] = end;
    }
    int size = starts[features.rows()];
    return new ItemVectors(
        (int) places, starts, Arrays.copyOf(placeOf, size), Arrays.copyOf(weightOf, size));
  }

  private static long places(Feature feature) {
    return switch (feature.kind()) {
      case NUMERIC, MULTI_HOT -> feature.width();
      case CATEGORICAL, SEQUENCE -> feature.cardinality();
    };
  }

  int items() {
    return starts.length - 1;
  }

  int width() {
    return width;
  }

  int size() {
    return placeOf.length;
  }

  /** Adds an item's vector, times a weight, to a profile. */
  void addTo(double[] profile, int item, double weight) {
    for (int cell = starts[item]; cell < starts[item + 1]; cell++) {
      profile[placeOf[cell]] += weight * weightOf[cell];
    }
  }

  /** The inner product of an item's vector and a profile. */
  double product(double[] profile, int item) {
    double sum = 0;
    int end = starts[item + 1];
    for (int cell = starts[item]; cell < end; cell++) {
      sum += profile[placeOf[cell]] * weightOf[cell];
    }
    return sum;
  }

  void save(ModelWriter out) throws IOException {
    out.ints("width", new int[] {width}, 1);
    out.ints("starts", starts, starts.length);
    out.ints("places", placeOf, placeOf.length);
    out.floats("weights", weightOf, weightOf.length);
  }

  static ItemVectors load(ModelReader in) throws IOException {
    int width = in.ints("width", 1)[0];
    int[] starts = in.ints("starts", -1);
    if (starts.length == 0 || starts[0] != 0) {
      throw new IOException("the starts of a saved content-knn do not begin with 0");
    }
    for (int item = 1; item < starts.length; item++) {
      if (starts[item] < starts[item - 1]) {
        throw new IOException("the starts of a saved content-knn are not in order");
      }
    }
    int cells = starts[starts.length - 1];
    int[] placeOf = in.ints("places", cells);
    for (int place : placeOf) {
      if (place < 0 || place >= width) {
        throw new IOException("a saved content-knn names place " + place + " of " + width);
      }
    }
    return new ItemVectors(width, starts, placeOf, in.floats("weights", cells));
  }

  /** The cells of one item: a place that occurs again is one cell. */
  private static final class Cells {
    private final double[] weights;
    private final int[] places;
    private int size;

    Cells(int width, int most) {
      weights = new double[width];
      places = new int[most];
    }

    void take(FeatureMatrix features, float[] row) {
      int column = 0;
      int place = 0;
      for (Feature feature : features.schema().features()) {
        int unknown = feature.unknown().orElse(-1);
        for (int i = 0; i < feature.width(); i++, column++) {
          switch (feature.kind()) {
            case NUMERIC -> add(place + i, row[column]);
            case MULTI_HOT -> add(place + i, i == unknown ? 0 : row[column]);
            case CATEGORICAL -> add(place + (int) row[column], row[column] == unknown ? 0 : 1);
            case SEQUENCE ->
                add(place + (int) row[column], row[column] == unknown || row[column] == 0 ? 0 : 1);
          }
        }
        place += (int) places(feature);
      }
    }

    private void add(int place, float weight) {
      if (weight == 0) {
        return;
      }
      if (weights[place] == 0) {
        places[size++] = place;
      }
      weights[place] += weight;
    }

    /** Brings them to length 1, and forgets them. */
    void copy(int[] placeOf, float[] weightOf, int at) {
      double squares = 0;
      for (int i = 0; i < size; i++) {
        squares += weights[places[i]] * weights[places[i]];
      }
      for (int i = 0; i < size; i++) {
        placeOf[at + i] = places[i];
        weightOf[at + i] = (float) (weights[places[i]] / Math.sqrt(squares));
        weights[places[i]] = 0;
      }
      size = 0;
    }
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%d items x %d places", items(), width);
  }
}
