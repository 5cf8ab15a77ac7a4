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

  /** Where the columns of one row of the filters of a height begin. */
  private static int column(int height, int row, int filters) {
    return (height * (height - 1) / 2 + row) * filters;
  }

  @Override
  public void slide(Block products, int length, int filters, Block bias, Block out, int[] largest) {
    for (int sequence = 0; sequence < out.rows(); sequence++) {
      for (int i = 0; i < out.columns(); i++) {
        int height = i / filters + 1;
        double most = Double.NEGATIVE_INFINITY;
        int at = -1;
        for (int first = 0; first <= length - height; first++) {
          double sum = bias.get(0, i);
          for (int row = 0; row < height; row++) {
            int column = column(height, row, filters) + i % filters;
            sum += products.get(sequence * length + first + row, column);
          }
          at = sum > most ? first : at;
          most = Math.max(most, sum);
        }
        out.set(sequence, i, Math.max(0, most));
        largest[sequence * out.columns() + i] = most > 0 ? at : -1;
      }
    }
  }

  @Override
  public void slideBackward(
      Block gradients, int length, int filters, int[] largest, Block products, Block biasGradient) {
    products.fill(0);
    biasGradient.fill(0);
    for (int sequence = 0; sequence < gradients.rows(); sequence++) {
      for (int i = 0; i < gradients.columns(); i++) {
        int first = largest[sequence * gradients.columns() + i];
        int height = i / filters + 1;
        double gradient = gradients.get(sequence, i);
        for (int row = 0; row < height && first >= 0; row++) {
          int column = column(height, row, filters) + i % filters;
          products.set(sequence * length + first + row, column, gradient);
        }
        biasGradient.set(0, i, biasGradient.get(0, i) + (first >= 0 ? gradient : 0));
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
