package org.recsys4j.models.nn.kernel;

import java.util.Arrays;

/** Sequence by sequence on the heap. */
final class FastWindows implements Windows {
  @Override
  public void gather(Block rows, WindowShape shape, Block windows) {
    int d = rows.columns();
    int before = shape.padding() * d;
    int own = shape.length() * d;
    float[] steps = new float[before + own]; // begins with the padding's zeros
    for (int sequence = 0; sequence * shape.length() < rows.rows(); sequence++) {
      rows.read(sequence * shape.length(), 0, steps, before, own);
      for (int window = 0; window < shape.windows(); window++) {
        int to = sequence * shape.windows() + window;
        if (shape.dilation() == 1) {
          windows.write(to, 0, steps, window * d, shape.height() * d);
          continue;
        }
        for (int step = 0; step < shape.height(); step++) {
          windows.write(to, step * d, steps, (window + step * shape.dilation()) * d, d);
        }
      }
    }
  }

  @Override
  public void scatter(Block windows, WindowShape shape, Block rows) {
    int d = rows.columns();
    int before = shape.padding() * d;
    int own = shape.length() * d;
    float[] sums = new float[before + own];
    float[] part = new float[before + own];
    for (int sequence = 0; sequence * shape.length() < rows.rows(); sequence++) {
      Arrays.fill(sums, 0);
      for (int step = 0; step < shape.height(); step++) {
        int shift = step * shape.dilation();
        for (int window = 0; window < shape.windows(); window++) {
          int from = sequence * shape.windows() + window;
          windows.read(from, step * d, part, (window + shift) * d, d);
        }
        FastFunctions.add(sums, part, shift * d, (shift + shape.windows()) * d);
      }
      rows.write(sequence * shape.length(), 0, sums, before, own);
    }
  }

  @Override
  public void slide(Block products, int length, int filters, Block bias, Block out, int[] largest) {
    int columns = products.columns();
    float[] sequence = new float[length * columns];
    float[] biases = new float[length * filters];
    float[] result = new float[length * filters];
    float[] sums = new float[filters];
    bias.read(0, 0, biases, 0, biases.length);
    for (int i = 0; i < out.rows(); i++) {
      products.read(i * length, 0, sequence, 0, sequence.length);
      int at = i * result.length;
      for (int height = 1; height <= length; height++) {
        int to = (height - 1) * filters;
        int column = height * (height - 1) / 2 * filters;
        for (int first = 0; first <= length - height; first++) {
          addUp(sequence, first * columns + column, columns + filters, height, sums);
          take(sums, first, result, to, largest, at + to);
        }
      }
      for (int k = 0; k < result.length; k++) {
        result[k] += biases[k];
        largest[at + k] = result[k] > 0 ? largest[at + k] : -1;
        result[k] = Math.max(0f, result[k]);
      }
      out.write(i, 0, result, 0, result.length);
    }
  }

  /** Adds numbers that stand a constant distance apart, for filters that adjoin. */
  private static void addUp(float[] from, int first, int distance, int count, float[] sums) {
    System.arraycopy(from, first, sums, 0, sums.length);
    for (int row = 1; row < count; row++) {
      int at = first + row * distance;
      for (int k = 0; k < sums.length; k++) {
        sums[k] += from[at + k];
      }
    }
  }

  private static void take(float[] sums, int first, float[] result, int to, int[] largest, int at) {
    for (int k = 0; k < sums.length; k++) {
      boolean more = first == 0 || sums[k] > result[to + k];
      result[to + k] = more ? sums[k] : result[to + k];
      largest[at + k] = more ? first : largest[at + k];
    }
  }

  @Override
  public void slideBackward(
      Block gradients, int length, int filters, int[] largest, Block products, Block biasGradient) {
    int columns = products.columns();
    float[] sequence = new float[length * columns];
    float[] gradient = new float[length * filters];
    float[] biases = new float[length * filters];
    for (int i = 0; i < gradients.rows(); i++) {
      gradients.read(i, 0, gradient, 0, gradient.length);
      Arrays.fill(sequence, 0);
      for (int k = 0; k < gradient.length; k++) {
        int first = largest[i * gradient.length + k];
        if (first < 0) {
          continue;
        }
        biases[k] += gradient[k];
        int height = k / filters + 1;
        int at = first * columns + height * (height - 1) / 2 * filters + k % filters;
        for (int row = 0; row < height; row++) {
          sequence[at + row * (columns + filters)] = gradient[k];
        }
      }
      products.write(i * length, 0, sequence, 0, sequence.length);
    }
    biasGradient.write(0, 0, biases, 0, biases.length);
  }

  @Override
  public void mix(Block rows, Block weights, Block bias, Block out) {
    int d = rows.columns();
    float[][] weight = matrix(weights);
    float[] biases = matrix(bias)[0];
    float[][] steps = new float[weights.columns()][d];
    float[] sum = new float[d];
    for (int sequence = 0; sequence < out.rows(); sequence++) {
      read(rows, sequence, steps);
      for (int filter = 0; filter < weight.length; filter++) {
        Arrays.fill(sum, biases[filter]);
        for (int step = 0; step < steps.length; step++) {
          FastFunctions.addScaled(sum, weight[filter][step], steps[step], d);
        }
        out.write(sequence, filter * d, sum, 0, d);
      }
    }
  }

  private static float[][] matrix(Block block) {
    float[][] rows = new float[block.rows()][block.columns()];
    for (int row = 0; row < rows.length; row++) {
      block.read(row, 0, rows[row], 0, block.columns());
    }
    return rows;
  }

  private static void read(Block rows, int sequence, float[][] steps) {
    for (int step = 0; step < steps.length; step++) {
      rows.read(sequence * steps.length + step, 0, steps[step], 0, steps[step].length);
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
    float[][] weight = matrix(weights);
    float[][] weightSum = new float[weights.rows()][weights.columns()];
    float[] biasSum = new float[weights.rows()];
    float[][] steps = new float[weights.columns()][d];
    float[][] back = new float[weights.columns()][d];
    float[] gradient = new float[d];
    float[] products = new float[d];
    for (int sequence = 0; sequence < gradients.rows(); sequence++) {
      read(rows, sequence, steps);
      for (float[] row : back) {
        Arrays.fill(row, 0);
      }
      for (int filter = 0; filter < weight.length; filter++) {
        gradients.read(sequence, filter * d, gradient, 0, d);
        biasSum[filter] += FastFunctions.sum(gradient, d);
        for (int step = 0; step < steps.length; step++) {
          FastFunctions.multiply(gradient, steps[step], products, d);
          weightSum[filter][step] += FastFunctions.sum(products, d);
          FastFunctions.addScaled(back[step], weight[filter][step], gradient, d);
        }
      }
      for (int step = 0; step < steps.length; step++) {
        below.write(sequence * steps.length + step, 0, back[step], 0, d);
      }
    }
    for (int filter = 0; filter < weight.length; filter++) {
      weightGradient.write(filter, 0, weightSum[filter], 0, steps.length);
    }
    biasGradient.write(0, 0, biasSum, 0, biasSum.length);
  }
}
