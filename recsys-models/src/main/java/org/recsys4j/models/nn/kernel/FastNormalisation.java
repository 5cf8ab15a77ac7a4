package org.recsys4j.models.nn.kernel;

/** Row by row on the heap. */
final class FastNormalisation implements Normalisation {
  @Override
  public void forward(Block x, Block gain, Block shift, double epsilon, Block statistics, Block y) {
    int d = x.columns();
    float[] gains = row(gain);
    float[] shifts = row(shift);
    float[] values = new float[d];
    float[] squares = new float[d];
    float[] pair = new float[2];
    for (int row = 0; row < x.rows(); row++) {
      x.read(row, 0, values, 0, d);
      float mean = FastFunctions.sum(values, d) / d;
      for (int k = 0; k < d; k++) {
        float less = values[k] - mean;
        values[k] = less;
        squares[k] = less * less;
      }
      float factor = (float) (1 / Math.sqrt(FastFunctions.sum(squares, d) / d + epsilon));
      for (int k = 0; k < d; k++) {
        values[k] = gains[k] * (values[k] * factor) + shifts[k];
      }
      pair[0] = mean;
      pair[1] = factor;
      statistics.write(row, 0, pair, 0, 2);
      y.write(row, 0, values, 0, d);
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
    float[] gains = row(gain);
    float[] gainSums = new float[d];
    float[] shiftSums = new float[d];
    float[] normal = new float[d];
    float[] slope = new float[d];
    float[] product = new float[d];
    float[] pair = new float[2];
    for (int row = 0; row < x.rows(); row++) {
      x.read(row, 0, normal, 0, d);
      gradient.read(row, 0, slope, 0, d);
      statistics.read(row, 0, pair, 0, 2);
      float mean = pair[0];
      float factor = pair[1];
      for (int k = 0; k < d; k++) {
        normal[k] = (normal[k] - mean) * factor;
      }
      for (int k = 0; k < d; k++) {
        float above = slope[k];
        gainSums[k] += above * normal[k];
        shiftSums[k] += above;
        slope[k] = above * gains[k];
        product[k] = above * gains[k] * normal[k];
      }
      float sum = FastFunctions.sum(slope, d) / d;
      float weight = FastFunctions.sum(product, d) / d;
      for (int k = 0; k < d; k++) {
        slope[k] = factor * (slope[k] - sum - normal[k] * weight);
      }
      below.write(row, 0, slope, 0, d);
    }
    gainGradient.write(0, 0, gainSums, 0, d);
    shiftGradient.write(0, 0, shiftSums, 0, d);
  }

  private static float[] row(Block block) {
    float[] values = new float[block.columns()];
    block.read(0, 0, values, 0, values.length);
    return values;
  }
}
