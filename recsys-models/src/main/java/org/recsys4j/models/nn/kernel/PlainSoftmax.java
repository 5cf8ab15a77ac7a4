package org.recsys4j.models.nn.kernel;

/** By the definition, in double precision. */
final class PlainSoftmax implements Softmax {
  @Override
  public double crossEntropy(Block logits, int[] targets, int width, int first) {
    double loss = 0;
    for (int row = 0; row < logits.rows(); row++) {
      double sum = 0;
      for (int column = 0; column < logits.columns(); column++) {
        sum += Math.exp(logits.get(row, column));
      }
      double[] gradient = new double[logits.columns()];
      for (int k = 0; k < width; k++) {
        int target = targets[(first + row) * width + k];
        if (target >= 0) {
          loss += Math.log(sum) - logits.get(row, target);
          gradient[target]--;
          for (int column = 0; column < gradient.length; column++) {
            gradient[column] += Math.exp(logits.get(row, column)) / sum;
          }
        }
      }
      for (int column = 0; column < gradient.length; column++) {
        logits.set(row, column, gradient[column]);
      }
    }
    return loss;
  }
}
