package org.recsys4j.eval.statistics;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.commons.statistics.inference.SignificanceResult;
import org.apache.commons.statistics.inference.TTest;

/**
 * Columns of numbers of the same users, one a model, resampled together.
 *
 * <p>Holds 16 bytes for each draw and column beside the numbers.
 */
final class Sample {
  private final double[][] columns;
  private final double[][] bootstrap;
  private final double[][] flips;
  private final Resampling how;

  private Sample(double[][] columns, boolean pairs, Resampling how) {
    this.columns = columns;
    this.how = how;
    WeightedMeans means = new WeightedMeans(columns, how);
    bootstrap = columns[0].length < 2 ? new double[0][] : means.bootstrap();
    flips = pairs ? means.signFlips() : new double[0][];
  }

  /** The users who have a number in every column. */
  static Sample of(Resampling how, double[]... columns) {
    IntPredicate complete =
        row -> IntStream.range(0, columns.length).noneMatch(c -> isNaN(columns, c, row));
    int[] rows = IntStream.range(0, columns[0].length).filter(complete).toArray();
    double[][] kept = new double[columns.length][];
    for (int c = 0; c < kept.length; c++) {
      double[] column = columns[c];
      kept[c] =
          rows.length == column.length
              ? column
              : IntStream.of(rows).mapToDouble(row -> column[row]).toArray();
    }
    return new Sample(kept, columns.length > 1, how);
  }

  private static boolean isNaN(double[][] columns, int column, int row) {
    return Double.isNaN(columns[column][row]);
  }

  MeanEstimate mean(int column) {
    Moments moments = Moments.of(columns[column]);
    double[] resampled = bootstrap.length == 0 ? new double[0] : bootstrap[column].clone();
    return new MeanEstimate(
        moments.count(),
        moments.mean(),
        moments.deviation(),
        BiasCorrected.of(moments, resampled, how.level()));
  }

  /** The first column minus the second. */
  PairedComparison compare(int first, int second) {
    double[] differences = minus(columns[first], columns[second]);
    Moments moments = Moments.of(differences);
    double[] resampled =
        bootstrap.length == 0 ? new double[0] : minus(bootstrap[first], bootstrap[second]);
    int larger = 0;
    int smaller = 0;
    for (double difference : differences) {
      larger += difference > 0 ? 1 : 0;
      smaller += difference < 0 ? 1 : 0;
    }
    int users = differences.length;
    int equal = users - larger - smaller;
    return new PairedComparison(
        users,
        larger,
        equal,
        smaller,
        moments.mean(),
        moments.deviation(),
        BiasCorrected.of(moments, resampled, how.level()),
        student(moments),
        SignedRanks.test(differences),
        randomisation(moments, first, second),
        standardised(moments),
        (larger + equal / 2.0) / users,
        Power.detectable(moments.deviation(), users));
  }

  private static double[] minus(double[] first, double[] second) {
    double[] differences = new double[first.length];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = first[i] - second[i];
    }
    return differences;
  }

  /** Mean by deviation, 0 where both are 0. */
  private static double standardised(Moments moments) {
    return moments.mean() == 0 && moments.deviation() == 0
        ? 0
        : moments.mean() / moments.deviation();
  }

  private static TestResult student(Moments moments) {
    int users = moments.count();
    double t = standardised(moments) * Math.sqrt(users);
    if (users < 2 || Double.isNaN(t)) {
      return TestResult.alone(Double.NaN, Double.NaN);
    } else if (moments.deviation() == 0) {
      return TestResult.alone(t, t == 0 ? 1 : 0);
    }
    double variance = moments.deviation() * moments.deviation();
    SignificanceResult result = TTest.withDefaults().test(moments.mean(), variance, users);
    return TestResult.alone(t, result.getPValue());
  }

  /**
   * How many of the draws reach the mean difference, on either side, the difference itself counted
   * as one of them.
   */
  private TestResult randomisation(Moments moments, int first, int second) {
    if (moments.count() == 0) {
      return TestResult.alone(Double.NaN, Double.NaN);
    }
    double[] one = flips[first];
    double[] two = flips[second];
    double size = 0;
    for (int row = 0; row < moments.count(); row++) {
      size += Math.abs(columns[first][row]) + Math.abs(columns[second][row]);
    }
    // Draws that equal the observed mean but for rounding are equal.
    double least = Math.abs(moments.mean()) - 1e-13 * size / moments.count();
    int reached = 0;
    for (int draw = 0; draw < one.length; draw++) {
      reached += Math.abs(one[draw] - two[draw]) >= least ? 1 : 0;
    }
    return TestResult.alone(moments.mean(), (1.0 + reached) / (1.0 + one.length));
  }
}
