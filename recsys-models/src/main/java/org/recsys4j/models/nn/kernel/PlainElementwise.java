package org.recsys4j.models.nn.kernel;

/** One number at a time, in double precision. */
final class PlainElementwise implements Elementwise {
  @Override
  public void activate(Block rows, Block bias, Activation function) {
    for (int row = 0; row < rows.rows(); row++) {
      for (int column = 0; column < rows.columns(); column++) {
        double x = rows.get(row, column) + bias.get(0, column);
        double y =
            switch (function) {
              case IDENTITY -> x;
              case RELU -> Math.max(0, x);
              case SIGMOID -> 1 / (1 + Math.exp(-x));
              case TANH -> Math.tanh(x);
              case LEAKY_RELU -> Math.max(x, 0.2 * x);
            };
        rows.set(row, column, y);
      }
    }
  }

  @Override
  public void activateBackward(
      Block outputs, Block gradients, Block biasGradient, Activation function) {
    for (int column = 0; column < gradients.columns(); column++) {
      double sum = 0;
      for (int row = 0; row < gradients.rows(); row++) {
        double y = outputs.get(row, column);
        double slope =
            switch (function) {
              case IDENTITY -> 1;
              case RELU -> y > 0 ? 1 : 0;
              case SIGMOID -> y * (1 - y);
              case TANH -> 1 - y * y;
              case LEAKY_RELU -> y > 0 ? 1 : 0.2;
            };
        double gradient = slope * gradients.get(row, column);
        gradients.set(row, column, gradient);
        sum += gradient;
      }
      biasGradient.set(0, column, sum);
    }
  }

  @Override
  public void add(Block from, Block to) {
    for (int row = 0; row < to.rows(); row++) {
      for (int column = 0; column < to.columns(); column++) {
        to.set(row, column, to.get(row, column) + from.get(row, column));
      }
    }
  }

  @Override
  public void addRows(Block from, int[] index, int count, Block to) {
    for (int row = 0; row < count; row++) {
      if (index[row] >= 0) {
        add(from.rows(row, 1), to.rows(index[row], 1));
      }
    }
  }

  @Override
  public void multiply(Block factors, Block to) {
    for (int row = 0; row < to.rows(); row++) {
      for (int column = 0; column < to.columns(); column++) {
        to.set(row, column, to.get(row, column) * factors.get(row, column));
      }
    }
  }

  @Override
  public void dropout(Block rows, double keep, long key) {
    int threshold = (int) Math.min(Integer.MAX_VALUE, Math.round(keep * 0x1p31));
    for (int row = 0; row < rows.rows(); row++) {
      for (int column = 0; column < rows.columns(); column++) {
        int hash = Hash.of((int) key, row * rows.columns() + column);
        boolean kept = (hash >>> 1) < threshold;
        rows.set(row, column, kept ? rows.get(row, column) / keep : 0);
      }
    }
  }
}
