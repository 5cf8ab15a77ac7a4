package org.recsys4j.data.clean;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Median;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.StandardDeviation;

/**
 * The values of one quantity in the training rows, in ascending order, so that no statistic depends
 * on the order of rows, not in its last bit. 8 bytes a value.
 */
public final class Sample {
  /** Linear between the neighbouring values: type 7 of Hyndman and Fan, the usual one. */
  private static final Quantile QUANTILE =
      Quantile.withDefaults().with(Quantile.EstimationMethod.HF7);

  private final double[] sorted;

  private Sample(double[] sorted) {
    this.sorted = sorted;
  }

  /**
   * Sorts values.
   *
   * @param values finite numbers, which are copied
   * @return the sample
   */
  public static Sample of(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new Sample(sorted);
  }

  /**
   * How many values there are.
   *
   * @return zero or more
   */
  public int size() {
    return sorted.length;
  }

  /**
   * The arithmetic mean.
   *
   * @return the mean, 0 of no value
   */
  public double mean() {
    return size() == 0 ? 0 : Mean.of(sorted).getAsDouble();
  }

  /**
   * The standard deviation of the values themselves (divided by n, not n - 1).
   *
   * @return the deviation, 0 of no value
   */
  public double deviation() {
    return size() == 0 ? 0 : StandardDeviation.of(sorted).setBiased(true).getAsDouble();
  }

  /**
   * The value in the middle, or the mean of both.
   *
   * @return the median, 0 of no value
   */
  public double median() {
    return size() == 0 ? 0 : Median.withDefaults().evaluate(sorted);
  }

  /**
   * A quantile, linear between neighbouring values (Hyndman and Fan 1996, type 7).
   *
   * @param share from 0, the smallest value, to 1, the largest
   * @return the quantile, 0 of no value
   */
  public double quantile(double share) {
    return size() == 0 ? 0 : QUANTILE.evaluate(sorted, share);
  }

  /**
   * The value that occurs most often, the smallest of several.
   *
   * @return the mode, 0 of no value
   */
  public double mostFrequent() {
    double best = 0;
    int most = 0;
    int start = 0;
    for (int i = 0; i < sorted.length; i++) {
      start = i > 0 && sorted[i] == sorted[i - 1] ? start : i;
      if (i - start + 1 > most) {
        most = i - start + 1;
        best = sorted[i];
      }
    }
    return best;
  }

  /**
   * Different values that cut the sample into parts of about equal size.
   *
   * @param parts how many parts are wanted, at least 1
   * @return ascending edges, at most {@code parts - 1}; a value belongs above the edges that it
   *     reaches
   */
  public double[] edges(int parts) {
    double[] edges = new double[Math.max(0, size() == 0 ? 0 : parts - 1)];
    int count = 0;
    for (int i = 1; i <= edges.length; i++) {
      double edge = quantile((double) i / parts);
      if (edge > sorted[0] && (count == 0 || edge > edges[count - 1])) {
        edges[count++] = edge;
      }
    }
    return Arrays.copyOf(edges, count);
  }

  /**
   * How many edges a value reaches.
   *
   * @param edges ascending
   * @param value any number
   * @return from 0 to the number of edges
   */
  public static int bucket(double[] edges, double value) {
    int found = Arrays.binarySearch(edges, value);
    return found < 0 ? ~found : found + 1;
  }
}
