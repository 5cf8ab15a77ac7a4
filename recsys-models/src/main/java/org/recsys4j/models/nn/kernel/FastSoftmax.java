package org.recsys4j.models.nn.kernel;

import java.util.Arrays;

/** Row by row on the heap. */
final class FastSoftmax implements Softmax {
  @Override
  public double crossEntropy(Block logits, int[] targets, int first) {
    int columns = logits.columns();
    float[] row = new float[columns];
    double loss = 0;
    for (int i = 0; i < logits.rows(); i++) {
      int target = targets[first + i];
      if (target < 0) {
        Arrays.fill(row, 0);
      } else {
        logits.read(i, 0, row, 0, columns);
        float wanted = row[target];
        float most = FastFunctions.max(row, columns);
        FastFunctions.expLess(row, most, columns);
        float sum = FastFunctions.sum(row, columns);
        loss += most + Math.log(sum) - wanted;
        FastFunctions.scale(row, 1 / sum, columns);
        row[target] -= 1;
      }
      logits.write(i, 0, row, 0, columns);
    }
    return loss;
  }
}
