package org.recsys4j.models.nn.kernel;

/** By the definitions, in double precision. */
final class PlainSampledLosses implements SampledLosses {
  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  @Override
  public double softmax(Block positives, Block negatives) {
    double loss = 0;
    for (int row = 0; row < negatives.rows(); row++) {
      double p = positives.get(row, 0);
      double most = Math.max(p, max(negatives, row));
      double sum = Math.exp(p - most);
      for (int j = 0; j < negatives.columns(); j++) {
        sum += Math.exp(negatives.get(row, j) - most);
      }
      loss += most + Math.log(sum) - p;
      positives.set(row, 0, Math.exp(p - most) / sum - 1);
      for (int j = 0; j < negatives.columns(); j++) {
        negatives.set(row, j, Math.exp(negatives.get(row, j) - most) / sum);
      }
    }
    return loss;
  }

  @Override
  public double bprMax(Block positives, Block negatives, double regularisation) {
    double loss = 0;
    for (int row = 0; row < negatives.rows(); row++) {
      double p = positives.get(row, 0);
      double[] share = shares(negatives, row);
      double won = 0;
      double squares = 0;
      double slope = 0;
      for (int j = 0; j < share.length; j++) {
        double n = negatives.get(row, j);
        double s = sigmoid(p - n);
        won += share[j] * s;
        squares += share[j] * n * n;
        slope += share[j] * s * (1 - s);
      }
      loss += -Math.log(won) + regularisation * squares;
      positives.set(row, 0, -slope / won);
      for (int j = 0; j < share.length; j++) {
        double n = negatives.get(row, j);
        double s = sigmoid(p - n);
        double ranking = -(s - won - s * (1 - s)) / won;
        double penalty = n * n - squares + 2 * n;
        negatives.set(row, j, share[j] * (ranking + regularisation * penalty));
      }
    }
    return loss;
  }

  @Override
  public double top1Max(Block positives, Block negatives) {
    double loss = 0;
    for (int row = 0; row < negatives.rows(); row++) {
      double p = positives.get(row, 0);
      double[] share = shares(negatives, row);
      double mean = 0;
      double slope = 0;
      for (int j = 0; j < share.length; j++) {
        double n = negatives.get(row, j);
        double s = sigmoid(n - p);
        mean += share[j] * (s + sigmoid(n * n));
        slope += share[j] * s * (1 - s);
      }
      loss += mean;
      positives.set(row, 0, -slope);
      for (int j = 0; j < share.length; j++) {
        double n = negatives.get(row, j);
        double s = sigmoid(n - p);
        double square = sigmoid(n * n);
        double own = s * (1 - s) + 2 * n * square * (1 - square);
        negatives.set(row, j, share[j] * (s + square - mean + own));
      }
    }
    return loss;
  }

  private static double max(Block rows, int row) {
    double most = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < rows.columns(); j++) {
      most = Math.max(most, rows.get(row, j));
    }
    return most;
  }

  private static double[] shares(Block rows, int row) {
    double most = max(rows, row);
    double[] shares = new double[rows.columns()];
    double sum = 0;
    for (int j = 0; j < shares.length; j++) {
      shares[j] = Math.exp(rows.get(row, j) - most);
      sum += shares[j];
    }
    for (int j = 0; j < shares.length; j++) {
      shares[j] /= sum;
    }
    return shares;
  }
}
