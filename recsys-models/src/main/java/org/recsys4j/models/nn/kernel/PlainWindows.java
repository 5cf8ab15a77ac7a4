package org.recsys4j.models.nn.kernel;

/** By the definitions, in double precision. */
final class PlainWindows implements Windows {
  /** Which row a step of a window is, or -1 where it lies before the sequence. */
  private static int row(WindowShape shape, int window, int step) {
    int sequence = window / shape.windows();
    int at = window % shape.windows() - shape.padding() + step * shape.dilation();
    return at < 0 ? -1 : sequence * shape.length() + at;
  }

  @Override
  public void gather(Block rows, WindowShape shape, Block windows) {
    int d = rows.columns();
    for (int window = 0; window < windows.rows(); window++) {
      for (int i = 0; i < windows.columns(); i++) {
        int row = row(shape, window, i / d);
        windows.set(window, i, row < 0 ? 0 : rows.get(row, i % d));
      }
    }
  }

  @Override
  public void scatter(Block windows, WindowShape shape, Block rows) {
    int d = rows.columns();
    rows.fill(0);
    for (int window = 0; window < windows.rows(); window++) {
      for (int i = 0; i < windows.columns(); i++) {
        int row = row(shape, window, i / d);
        if (row >= 0) {
          rows.set(row, i % d, rows.get(row, i % d) + windows.get(window, i));
        }
      }
    }
  }

  /** The first step of a sequence that has the largest number of a column. */
  private static int largest(Block rows, int steps, int sequence, int column) {
    int largest = sequence * steps;
    for (int row = largest; row < (sequence + 1) * steps; row++) {
      if (rows.get(row, column) > rows.get(largest, column)) {
        largest = row;
      }
    }
    return largest;
  }

  @Override
  public void max(Block rows, int steps, Block out) {
    for (int sequence = 0; sequence < out.rows(); sequence++) {
      for (int column = 0; column < out.columns(); column++) {
        out.set(sequence, column, rows.get(largest(rows, steps, sequence, column), column));
      }
    }
  }

  @Override
  public void maxBackward(Block rows, int steps, Block gradients, Block below) {
    below.fill(0);
    for (int sequence = 0; sequence < gradients.rows(); sequence++) {
      for (int column = 0; column < gradients.columns(); column++) {
        int row = largest(rows, steps, sequence, column);
        below.set(row, column, gradients.get(sequence, column));
      }
    }
  }

  @Override
  public void mix(Block rows, Block weights, Block bias, Block out) {
    int d = rows.columns();
    int steps = weights.columns();
    for (int sequence = 0; sequence < out.rows(); sequence++) {
      for (int i = 0; i < out.columns(); i++) {
        double sum = bias.get(0, i / d);
        for (int step = 0; step < steps; step++) {
          sum += weights.get(i / d, step) * rows.get(sequence * steps + step, i % d);
        }
        out.set(sequence, i, sum);
      }
    }
  }

  @Override
  public void mixBackward(
      Block rows,
      Block weights,
      Block gradients,
      Block weightGradient,
      Block biasGradient,
      Block below) {
    int d = rows.columns();
    int steps = weights.columns();
    weightGradient.fill(0);
    biasGradient.fill(0);
    below.fill(0);
    for (int sequence = 0; sequence < gradients.rows(); sequence++) {
      for (int i = 0; i < gradients.columns(); i++) {
        int filter = i / d;
        double gradient = gradients.get(sequence, i);
        biasGradient.set(0, filter, biasGradient.get(0, filter) + gradient);
        for (int step = 0; step < steps; step++) {
          int row = sequence * steps + step;
          double weight = weightGradient.get(filter, step) + gradient * rows.get(row, i % d);
          weightGradient.set(filter, step, weight);
          below.set(row, i % d, below.get(row, i % d) + gradient * weights.get(filter, step));
        }
      }
    }
  }
}
