package org.recsys4j.data.describe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.recsys4j.api.data.Interactions;

/**
 * How often which values occur: each one on its own where they are few, as stars of ratings are,
 * and in ten classes of equal width otherwise.
 *
 * @param bins the classes in ascending order; none where there are no events
 */
public record ValueHistogram(List<Bin> bins) {
  private static final int FEW = 20;
  private static final int CLASSES = 10;

  /**
   * A class.
   *
   * @param from its least value
   * @param to its largest value; that of the next class but for the last, equal to {@code from}
   *     where the class is one value
   * @param count how many events have such a value
   */
  public record Bin(float from, float to, int count) {}

  /** Copies the list. */
  public ValueHistogram {
    bins = List.copyOf(bins);
  }

  /**
   * Looks at all values, once or twice.
   *
   * @param events the events
   * @return their values
   */
  public static ValueHistogram of(Interactions events) {
    float[] values = new float[FEW];
    int[] counts = new int[FEW];
    int known = 0;
    for (int position = 0; position < events.size(); position++) {
      float value = events.value(position);
      int place = Arrays.binarySearch(values, 0, known, value);
      if (place < 0) {
        if (known == FEW) {
          return classes(events);
        }
        place = -place - 1;
        System.arraycopy(values, place, values, place + 1, known - place);
        System.arraycopy(counts, place, counts, place + 1, known - place);
        values[place] = value;
        counts[place] = 0;
        known++;
      }
      counts[place]++;
    }
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < known; i++) {
      bins.add(new Bin(values[i], values[i], counts[i]));
    }
    return new ValueHistogram(bins);
  }

  private static ValueHistogram classes(Interactions events) {
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (int position = 0; position < events.size(); position++) {
      min = Math.min(min, events.value(position));
      max = Math.max(max, events.value(position));
    }
    int[] counts = new int[CLASSES];
    double width = (max - min) / CLASSES;
    for (int position = 0; position < events.size(); position++) {
      counts[(int) Math.min(CLASSES - 1, (events.value(position) - min) / width)]++;
    }
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < CLASSES; i++) {
      double to = i == CLASSES - 1 ? max : min + (i + 1) * width;
      bins.add(new Bin((float) (min + i * width), (float) to, counts[i]));
    }
    return new ValueHistogram(bins);
  }
}
