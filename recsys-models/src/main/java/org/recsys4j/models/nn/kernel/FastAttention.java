package org.recsys4j.models.nn.kernel;

import java.util.Arrays;

/** Row by row on the heap; of a row only what it sees is looked at. */
final class FastAttention implements Attention {
  @Override
  public void softmax(Block scores, int first, double scale) {
    int columns = scores.columns();
    float[] row = new float[columns];
    for (int i = 0; i < scores.rows(); i++) {
      int seen = first + i + 1;
      scores.read(i, 0, row, 0, seen);
      FastFunctions.scale(row, (float) scale, seen);
      FastFunctions.expLess(row, FastFunctions.max(row, seen), seen);
      FastFunctions.scale(row, 1 / FastFunctions.sum(row, seen), seen);
      Arrays.fill(row, seen, columns, 0);
      scores.write(i, 0, row, 0, columns);
    }
  }

  @Override
  public void drop(Block shares, int first, double keep, int key, int number, Block out) {
    int columns = shares.columns();
    float[] row = new float[columns];
    for (int i = 0; i < shares.rows(); i++) {
      int seen = first + i + 1;
      shares.read(i, 0, row, 0, columns);
      FastFunctions.dropout(row, seen, keep, key, number + i * columns);
      out.write(i, 0, row, 0, columns);
    }
  }

  @Override
  public void backward(
      Block shares, int first, double scale, double keep, int key, int number, Block gradient) {
    int columns = shares.columns();
    float[] share = new float[columns];
    float[] slope = new float[columns];
    float[] product = new float[columns];
    float factor = (float) scale;
    for (int i = 0; i < shares.rows(); i++) {
      int seen = first + i + 1;
      shares.read(i, 0, share, 0, seen);
      gradient.read(i, 0, slope, 0, seen);
      if (keep < 1) {
        FastFunctions.dropout(slope, seen, keep, key, number + i * columns);
      }
      for (int k = 0; k < seen; k++) {
        product[k] = share[k] * slope[k];
      }
      float mean = FastFunctions.sum(product, seen);
      for (int k = 0; k < seen; k++) {
        slope[k] = factor * share[k] * (slope[k] - mean);
      }
      Arrays.fill(slope, seen, columns, 0);
      gradient.write(i, 0, slope, 0, columns);
    }
  }

  @Override
  public void addPositions(Block x, double scale, Block positions, Block y) {
    int length = positions.rows();
    int count = length * x.columns();
    float[] position = new float[count];
    float[] values = new float[count];
    positions.read(0, 0, position, 0, count);
    float factor = (float) scale;
    for (int row = 0; row < x.rows(); row += length) {
      x.read(row, 0, values, 0, count);
      for (int i = 0; i < count; i++) {
        values[i] = factor * values[i] + position[i];
      }
      y.write(row, 0, values, 0, count);
    }
  }

  @Override
  public void addPositionsBackward(
      Block gradient, double scale, Block positionGradient, Block below) {
    int length = positionGradient.rows();
    int count = length * gradient.columns();
    float[] sums = new float[count];
    float[] values = new float[count];
    float factor = (float) scale;
    for (int row = 0; row < gradient.rows(); row += length) {
      gradient.read(row, 0, values, 0, count);
      for (int i = 0; i < count; i++) {
        sums[i] += values[i];
        values[i] *= factor;
      }
      below.write(row, 0, values, 0, count);
    }
    positionGradient.write(0, 0, sums, 0, count);
  }
}
