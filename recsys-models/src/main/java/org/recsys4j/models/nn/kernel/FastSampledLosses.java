package org.recsys4j.models.nn.kernel;

/** Row by row on the heap. */
final class FastSampledLosses implements SampledLosses {
  private static final float LEAST = 1e-24f;

  @Override
  public double softmax(Block positives, Block negatives) {
    int columns = negatives.columns();
    float[] p = read(positives);
    float[] row = new float[columns];
    double loss = 0;
    for (int i = 0; i < p.length; i++) {
      negatives.read(i, 0, row, 0, columns);
      float most = Math.max(p[i], FastFunctions.max(row, columns));
      FastFunctions.expLess(row, most, columns);
      double own = Math.exp(p[i] - most);
      double sum = own + FastFunctions.sum(row, columns);
      loss += most + Math.log(sum) - p[i];
      FastFunctions.scale(row, (float) (1 / sum), columns);
      p[i] = (float) (own / sum - 1);
      negatives.write(i, 0, row, 0, columns);
    }
    positives.write(0, 0, p, 0, p.length);
    return loss;
  }

  @Override
  public double bprMax(Block positives, Block negatives, double regularisation) {
    int columns = negatives.columns();
    float[] p = read(positives);
    float[] n = new float[columns];
    float[] share = new float[columns];
    float[] s = new float[columns];
    float[] part = new float[columns];
    float weight = (float) regularisation;
    double loss = 0;
    for (int i = 0; i < p.length; i++) {
      negatives.read(i, 0, n, 0, columns);
      shares(n, share, columns);
      lead(n, p[i], 1, s, columns);
      float won = Math.max(LEAST, multiplied(share, s, part, columns));
      float slope = slopes(share, s, part, columns);
      float squares = squares(share, n, part, columns);
      loss += -Math.log(won) + regularisation * squares;
      p[i] = -slope / won;
      float scale = 1 / won;
      for (int j = 0; j < columns; j++) {
        float ranking = -(s[j] - won - s[j] * (1 - s[j])) * scale;
        n[j] = share[j] * (ranking + weight * (n[j] * n[j] - squares + 2 * n[j]));
      }
      negatives.write(i, 0, n, 0, columns);
    }
    positives.write(0, 0, p, 0, p.length);
    return loss;
  }

  @Override
  public double top1Max(Block positives, Block negatives) {
    int columns = negatives.columns();
    float[] p = read(positives);
    float[] n = new float[columns];
    float[] share = new float[columns];
    float[] s = new float[columns];
    float[] square = new float[columns];
    float[] part = new float[columns];
    double loss = 0;
    for (int i = 0; i < p.length; i++) {
      negatives.read(i, 0, n, 0, columns);
      shares(n, share, columns);
      lead(n, p[i], -1, s, columns);
      for (int j = 0; j < columns; j++) {
        square[j] = n[j] * n[j];
      }
      FastFunctions.sigmoid(square, columns);
      float mean = multiplied(share, s, part, columns) + multiplied(share, square, part, columns);
      loss += mean;
      p[i] = -slopes(share, s, part, columns);
      for (int j = 0; j < columns; j++) {
        float own = s[j] * (1 - s[j]) + 2 * n[j] * square[j] * (1 - square[j]);
        n[j] = share[j] * (s[j] + square[j] - mean + own);
      }
      negatives.write(i, 0, n, 0, columns);
    }
    positives.write(0, 0, p, 0, p.length);
    return loss;
  }

  private static float[] read(Block column) {
    float[] values = new float[column.rows()];
    column.read(0, 0, values, 0, values.length);
    return values;
  }

  private static void shares(float[] scores, float[] to, int count) {
    System.arraycopy(scores, 0, to, 0, count);
    FastFunctions.expLess(to, FastFunctions.max(scores, count), count);
    FastFunctions.scale(to, 1 / FastFunctions.sum(to, count), count);
  }

  /** {@code sigmoid(sign (score - values))}. */
  private static void lead(float[] values, float score, float sign, float[] to, int count) {
    for (int j = 0; j < count; j++) {
      to[j] = sign * (score - values[j]);
    }
    FastFunctions.sigmoid(to, count);
  }

  private static float multiplied(float[] a, float[] b, float[] products, int count) {
    for (int j = 0; j < count; j++) {
      products[j] = a[j] * b[j];
    }
    return FastFunctions.sum(products, count);
  }

  private static float slopes(float[] share, float[] s, float[] products, int count) {
    for (int j = 0; j < count; j++) {
      products[j] = share[j] * s[j] * (1 - s[j]);
    }
    return FastFunctions.sum(products, count);
  }

  private static float squares(float[] share, float[] n, float[] products, int count) {
    for (int j = 0; j < count; j++) {
      products[j] = share[j] * n[j] * n[j];
    }
    return FastFunctions.sum(products, count);
  }
}
