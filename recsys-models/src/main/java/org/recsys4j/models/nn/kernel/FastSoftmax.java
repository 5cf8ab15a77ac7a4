package org.recsys4j.models.nn.kernel;

import java.util.Arrays;

/** Row by row on the heap. */
final class FastSoftmax implements Softmax {
  @Override
  public double crossEntropy(Block logits, int[] targets, int width, int first) {
    int columns = logits.columns();
    float[] row = new float[columns];
    double loss = 0;
    for (int i = 0; i < logits.rows(); i++) {
      int from = (first + i) * width;
      int count = count(targets, from, width);
      if (count == 0) {
        Arrays.fill(row, 0);
      } else {
        logits.read(i, 0, row, 0, columns);
        float most = FastFunctions.max(row, columns);
        double wanted = 0;
        for (int k = from; k < from + width; k++) {
          wanted += targets[k] < 0 ? 0 : row[targets[k]] - most;
        }
        FastFunctions.expLess(row, most, columns);
        float sum = FastFunctions.sum(row, columns);
        loss += count * Math.log(sum) - wanted;
        FastFunctions.scale(row, count / sum, columns);
        for (int k = from; k < from + width; k++) {
          if (targets[k] >= 0) {
            row[targets[k]] -= 1;
          }
        }
      }
      logits.write(i, 0, row, 0, columns);
    }
    return loss;
  }

  private static int count(int[] targets, int from, int width) {
    int count = 0;
    for (int k = from; k < from + width; k++) {
      count += targets[k] < 0 ? 0 : 1;
    }
    return count;
  }
}
