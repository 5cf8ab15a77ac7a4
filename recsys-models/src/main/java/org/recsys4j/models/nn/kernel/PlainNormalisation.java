package org.recsys4j.models.nn.kernel;

/** By the definition, in double precision. */
final class PlainNormalisation implements Normalisation {
  @Override
  public void forward(Block x, Block gain, Block shift, double epsilon, Block statistics, Block y) {
    int d = x.columns();
    for (int row = 0; row < x.rows(); row++) {
      double mean = 0;
      for (int k = 0; k < d; k++) {
        mean += x.get(row, k) / d;
      }
      double variance = 0;
      for (int k = 0; k < d; k++) {
        variance += (x.get(row, k) - mean) * (x.get(row, k) - mean) / d;
      }
      double factor = 1 / Math.sqrt(variance + epsilon);
      statistics.set(row, 0, mean);
      statistics.set(row, 1, factor);
      for (int k = 0; k < d; k++) {
        y.set(row, k, gain.get(0, k) * (x.get(row, k) - mean) * factor + shift.get(0, k));
      }
    }
  }

  @Override
  public void backward(
      Block x,
      Block statistics,
      Block gain,
      Block gradient,
      Block gainGradient,
      Block shiftGradient,
      Block below) {
    int d = x.columns();
    double[] gains = new double[d];
    double[] shifts = new double[d];
    for (int row = 0; row < x.rows(); row++) {
      double mean = statistics.get(row, 0);
      double factor = statistics.get(row, 1);
      double sum = 0;
      double product = 0;
      for (int k = 0; k < d; k++) {
        double normal = (x.get(row, k) - mean) * factor;
        double slope = gradient.get(row, k) * gain.get(0, k);
        sum += slope / d;
        product += slope * normal / d;
        gains[k] += gradient.get(row, k) * normal;
        shifts[k] += gradient.get(row, k);
      }
      for (int k = 0; k < d; k++) {
        double normal = (x.get(row, k) - mean) * factor;
        double slope = gradient.get(row, k) * gain.get(0, k);
        below.set(row, k, factor * (slope - sum - normal * product));
      }
    }
    for (int k = 0; k < d; k++) {
      gainGradient.set(0, k, gains[k]);
      shiftGradient.set(0, k, shifts[k]);
    }
  }
}
