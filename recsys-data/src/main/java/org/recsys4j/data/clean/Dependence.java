package org.recsys4j.data.clean;

/** How much a feature tells of a target, over all training rows. */
final class Dependence {
  private Dependence() {}

  /**
   * Mutual information of two discrete variables in nats, from their observed frequencies: {@code
   * sum p(x,y) log(p(x,y) / (p(x) p(y)))}.
   *
   * @param x a value from 0 to {@code values - 1} a row
   * @param y a class from 0 to {@code classes - 1} a row
   */
  static double mutualInformation(int[] x, int values, int[] y, int classes) {
    long[] both = new long[Math.multiplyExact(values, classes)];
    long[] ofValue = new long[values];
    long[] ofClass = new long[classes];
    for (int row = 0; row < x.length; row++) {
      both[x[row] * classes + y[row]]++;
      ofValue[x[row]]++;
      ofClass[y[row]]++;
    }
    double n = x.length;
    double sum = 0;
    for (int value = 0; value < values; value++) {
      for (int label = 0; label < classes; label++) {
        long count = both[value * classes + label];
        if (count > 0) {
          sum += count / n * Math.log(count * n / ((double) ofValue[value] * ofClass[label]));
        }
      }
    }
    return Math.max(0, sum);
  }

  /**
   * Pearson's statistic of a quantity that is never negative, such as a count or a 0/1 mark: its
   * sum in each class against what the class's share of the rows lets expect.
   *
   * @param x a number of 0 or more a row
   * @param y a class from 0 to {@code classes - 1} a row
   */
  static double chiSquared(double[] x, int[] y, int classes) {
    double[] observed = new double[classes];
    long[] ofClass = new long[classes];
    double total = 0;
    for (int row = 0; row < x.length; row++) {
      observed[y[row]] += x[row];
      ofClass[y[row]]++;
      total += x[row];
    }
    double sum = 0;
    for (int label = 0; label < classes; label++) {
      double expected = total * ofClass[label] / x.length;
      if (expected > 0) {
        sum += (observed[label] - expected) * (observed[label] - expected) / expected;
      }
    }
    return sum;
  }
}
