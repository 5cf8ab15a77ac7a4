package org.recsys4j.eval.statistics;

/**
 * What intervals and tests need to know of a column of numbers.
 *
 * @param count how many
 * @param mean their mean, NaN of none
 * @param deviation their standard deviation, by n - 1; NaN of fewer than two
 * @param acceleration {@code sum (x - mean)^3 / (6 (sum (x - mean)^2)^1.5)}; 0 without spread
 */
record Moments(int count, double mean, double deviation, double acceleration) {
  /** Two passes, so that nothing cancels. Equal numbers have exactly no spread. */
  static Moments of(double[] values) {
    int count = values.length;
    boolean equal = true;
    double sum = 0;
    for (double value : values) {
      sum += value;
      equal &= value == values[0];
    }
    if (equal) {
      double mean = count == 0 ? Double.NaN : values[0];
      return new Moments(count, mean, count < 2 ? Double.NaN : 0, 0);
    }
    double mean = sum / count;
    double squares = 0;
    double cubes = 0;
    for (double value : values) {
      double off = value - mean;
      squares += off * off;
      cubes += off * off * off;
    }
    return new Moments(
        count, mean, Math.sqrt(squares / (count - 1)), cubes / (6 * Math.pow(squares, 1.5)));
  }
}
