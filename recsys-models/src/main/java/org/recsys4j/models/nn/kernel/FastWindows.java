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
  public void max(Block rows, int steps, Block out) {
    int d = rows.columns();
    float[] sequence = new float[steps * d];
    for (int i = 0; i < out.rows(); i++) {
      rows.read(i * steps, 0, sequence, 0, sequence.length);
      for (int at = d; at < sequence.length; at++) {
        int k = at % d;
        sequence[k] = Math.max(sequence[k], sequence[at]);
      }
      out.write(i, 0, sequence, 0, d);
    }
  }

  @Override
  public void maxBackward(Block rows, int steps, Block gradients, Block below) {
    int d = rows.columns();
    float[] sequence = new float[steps * d];
    float[] result = new float[steps * d];
    float[] gradient = new float[d];
    for (int i = 0; i < gradients.rows(); i++) {
      rows.read(i * steps, 0, sequence, 0, sequence.length);
      gradients.read(i, 0, gradient, 0, d);
      Arrays.fill(result, 0);
      for (int k = 0; k < d; k++) {
        int largest = k;
        for (int at = k + d; at < sequence.length; at += d) {
          largest = sequence[at] > sequence[largest] ? at : largest;
        }
        result[largest] = gradient[k];
      }
      below.write(i * steps, 0, result, 0, result.length);
    }
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
