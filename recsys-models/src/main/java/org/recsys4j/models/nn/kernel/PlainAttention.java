package org.recsys4j.models.nn.kernel;

/** By the definitions, in double precision. */
final class PlainAttention implements Attention {
  @Override
  public void softmax(Block scores, int first, double scale) {
    for (int row = 0; row < scores.rows(); row++) {
      double most = Double.NEGATIVE_INFINITY;
      for (int k = 0; k <= first + row; k++) {
        most = Math.max(most, scale * scores.get(row, k));
      }
      double sum = 0;
      for (int k = 0; k <= first + row; k++) {
        sum += Math.exp(scale * scores.get(row, k) - most);
      }
      for (int k = 0; k < scores.columns(); k++) {
        double share = k > first + row ? 0 : Math.exp(scale * scores.get(row, k) - most) / sum;
        scores.set(row, k, share);
      }
    }
  }

  @Override
  public void drop(Block shares, int first, double keep, int key, int number, Block out) {
    for (int row = 0; row < shares.rows(); row++) {
      for (int k = 0; k < shares.columns(); k++) {
        int place = number + row * shares.columns() + k;
        out.set(row, k, Hash.keeps(key, place, keep) ? shares.get(row, k) / keep : 0);
      }
    }
  }

  @Override
  public void backward(
      Block shares, int first, double scale, double keep, int key, int number, Block gradient) {
    drop(gradient, first, keep, key, number, gradient);
    for (int row = 0; row < shares.rows(); row++) {
      double mean = 0;
      for (int k = 0; k <= first + row; k++) {
        mean += shares.get(row, k) * gradient.get(row, k);
      }
      for (int k = 0; k < shares.columns(); k++) {
        gradient.set(row, k, scale * shares.get(row, k) * (gradient.get(row, k) - mean));
      }
    }
  }

  @Override
  public void addPositions(Block x, double scale, Block positions, int[] lengths, Block y) {
    int room = x.rows() / lengths.length;
    for (int row = 0; row < x.rows(); row++) {
      int length = lengths[row / room];
      int position = positions.rows() - length + row % room;
      for (int k = 0; k < x.columns(); k++) {
        double added = row % room < length ? positions.get(position, k) : 0;
        y.set(row, k, scale * x.get(row, k) + added);
      }
    }
  }

  @Override
  public void addPositionsBackward(
      Block gradient, double scale, Block positionGradient, int[] lengths, Block below) {
    int room = gradient.rows() / lengths.length;
    positionGradient.fill(0);
    for (int row = 0; row < gradient.rows(); row++) {
      int length = lengths[row / room];
      int position = positionGradient.rows() - length + row % room;
      for (int k = 0; k < gradient.columns(); k++) {
        if (row % room < length) {
          double sum = positionGradient.get(position, k) + gradient.get(row, k);
          positionGradient.set(position, k, sum);
        }
        below.set(row, k, scale * gradient.get(row, k));
      }
    }
  }
}
