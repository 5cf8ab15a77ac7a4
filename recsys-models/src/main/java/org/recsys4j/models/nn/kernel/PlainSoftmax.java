package org.recsys4j.models.nn.kernel;

/** By the definition, in double precision. */
final class PlainSoftmax implements Softmax {
  @Override
  public double crossEntropy(Block logits, int[] targets, int first) {
    double loss = 0;
    for (int row = 0; row < logits.rows(); row++) {
      int target = targets[first + row];
      double most = Double.NEGATIVE_INFINITY;
      for (int column = 0; column < logits.columns(); column++) {
        most = Math.max(most, logits.get(row, column));
      }
      double sum = 0;
      for (int column = 0; column < logits.columns(); column++) {
        sum += Math.exp(logits.get(row, column) - most);
      }
      if (target >= 0) {
        loss += most + Math.log(sum) - logits.get(row, target);
      }
      for (int column = 0; column < logits.columns(); column++) {
        double share = Math.exp(logits.get(row, column) - most) / sum;
        double wanted = column == target ? 1 : 0;
        logits.set(row, column, target < 0 ? 0 : share - wanted);
      }
    }
    return loss;
  }
}
