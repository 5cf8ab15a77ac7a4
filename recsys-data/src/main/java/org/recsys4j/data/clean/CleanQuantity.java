package org.recsys4j.data.clean;

import java.io.IOException;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;

/**
 * What was learned about one quantity. Missing values have no part in any statistic; the scale is
 * that of the clipped values.
 *
 * @param fill what stands for a missing value, before clipping
 * @param lower the least value
 * @param upper the largest value
 * @param shift what is subtracted
 * @param factor what the difference is multiplied by
 */
public record CleanQuantity(double fill, double lower, double upper, double shift, double factor) {
  private static final String NAME = "quantity";

  /**
   * Learns.
   *
   * @param values the values of the training rows that have one, all finite
   * @param options how to clean
   * @return what is to be done to every value
   */
  public static CleanQuantity learn(double[] values, Cleaning options) {
    Sample raw = Sample.of(values);
    double fill = options.missing().of(raw, options.constant());
    CleanQuantity clip = clip(raw, options.clipLower(), options.clipUpper());
    double[] clipped = values.clone();
    for (int i = 0; i < clipped.length; i++) {
      clipped[i] = clip.clipped(clipped[i]);
    }
    Sample sample = Sample.of(clipped);
    Scaling scale = options.scale();
    return new CleanQuantity(
        fill, clip.lower, clip.upper, scale.shift(sample), scale.factor(sample));
  }

  /** Clips and does no more. A bound that is not asked for is infinite. */
  static CleanQuantity clip(Sample sample, double lowerShare, double upperShare) {
    boolean any = sample.size() > 0;
    return new CleanQuantity(
        0,
        any && lowerShare > 0 ? sample.quantile(lowerShare) : Double.NEGATIVE_INFINITY,
        any && upperShare < 1 ? sample.quantile(upperShare) : Double.POSITIVE_INFINITY,
        0,
        1);
  }

  private double clipped(double value) {
    return Math.min(upper, Math.max(lower, value));
  }

  /**
   * Fills, clips and scales.
   *
   * @param value the value, NaN where it is missing
   * @return a finite number; a value that none can be made of counts as missing
   */
  public float clean(double value) {
    float cleaned = scaled(value);
    return Float.isFinite(cleaned) ? cleaned : scaled(fill);
  }

  private float scaled(double value) {
    return (float) ((clipped(value) - shift) * factor);
  }

  /**
   * Writes it.
   *
   * @param out where it goes
   * @throws IOException if writing fails
   */
  public void save(ModelWriter out) throws IOException {
    out.doubles(NAME, new double[] {fill, lower, upper, shift, factor}, 5);
  }

  /**
   * Reads what {@link #save} wrote.
   *
   * @param in where it was written to
   * @return an equal quantity
   * @throws IOException if it is missing or damaged
   */
  public static CleanQuantity load(ModelReader in) throws IOException {
    double[] values = in.doubles(NAME, 5);
    return new CleanQuantity(values[0], values[1], values[2], values[3], values[4]);
  }
}
