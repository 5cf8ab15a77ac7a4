package org.recsys4j.models.nn.kernel;

import java.nio.IntBuffer;

/** Loops over chunks on the heap. */
final class FastElementwise implements Elementwise {
  @Override
  public void activate(Block rows, Block bias, Activation function) {
    int step = Math.min(rows.rows(), Chunks.rows(rows.columns()));
    float[] biases = Chunks.repeated(bias, step);
    float[] chunk = new float[biases.length];
    for (int from = 0; from < rows.rows(); from += step) {
      int count = Math.min(step, rows.rows() - from) * rows.columns();
      rows.read(from, 0, chunk, 0, count);
      FastFunctions.apply(function, chunk, biases, count);
      rows.write(from, 0, chunk, 0, count);
    }
  }

  @Override
  public void activateBackward(
      Block outputs, Block gradients, Block biasGradient, Activation function) {
    int columns = gradients.columns();
    int step = Math.min(Math.max(1, gradients.rows()), Chunks.rows(columns));
    float[] output = new float[step * columns];
    float[] gradient = new float[step * columns];
    float[] sums = new float[step * columns];
    for (int from = 0; from < gradients.rows(); from += step) {
      int count = Math.min(step, gradients.rows() - from) * columns;
      gradients.read(from, 0, gradient, 0, count);
      if (function != Activation.IDENTITY) {
        outputs.read(from, 0, output, 0, count);
        FastFunctions.back(function, output, gradient, count);
        gradients.write(from, 0, gradient, 0, count);
      }
      addTo(sums, gradient, count);
    }
    for (int row = 1; row < step; row++) {
      for (int i = 0; i < columns; i++) {
        sums[i] += sums[row * columns + i];
      }
    }
    biasGradient.write(0, 0, sums, 0, columns);
  }

  @Override
  public void add(Block from, Block to) {
    int step = Math.min(to.rows(), Chunks.rows(to.columns()));
    float[] a = new float[step * to.columns()];
    float[] b = new float[step * to.columns()];
    for (int row = 0; row < to.rows(); row += step) {
      int count = Math.min(step, to.rows() - row) * to.columns();
      from.read(row, 0, a, 0, count);
      to.read(row, 0, b, 0, count);
      addTo(b, a, count);
      to.write(row, 0, b, 0, count);
    }
  }

  @Override
  public void addRows(Block from, int[] index, int count, Block to) {
    float[] a = new float[to.columns()];
    float[] b = new float[to.columns()];
    for (int row = 0; row < count; row++) {
      if (index[row] >= 0) {
        from.read(row, 0, a, 0, a.length);
        to.read(index[row], 0, b, 0, b.length);
        addTo(b, a, b.length);
        to.write(index[row], 0, b, 0, b.length);
      }
    }
  }

  @Override
  public void multiply(Block factors, Block to) {
    int step = Math.min(to.rows(), Chunks.rows(to.columns()));
    float[] a = new float[step * to.columns()];
    float[] b = new float[step * to.columns()];
    for (int row = 0; row < to.rows(); row += step) {
      int count = Math.min(step, to.rows() - row) * to.columns();
      factors.read(row, 0, a, 0, count);
      to.read(row, 0, b, 0, count);
      FastFunctions.multiply(a, b, b, count);
      to.write(row, 0, b, 0, count);
    }
  }

  private static void addTo(float[] sums, float[] values, int count) {
    for (int i = 0; i < count; i++) {
      sums[i] += values[i];
    }
  }

  /** Numbers are dropped by their bits; the others grow in a second pass over the same chunk. */
  @Override
  public void dropout(Block rows, double keep, long key) {
    int columns = rows.columns();
    int step = Math.min(Math.max(1, rows.rows()), Chunks.rows(columns));
    float[] chunk = new float[step * columns];
    int[] bits = new int[step * columns];
    int[] places = Hash.steps(step * columns);
    float scale = (float) (1 / keep);
    IntBuffer memory = rows.bits();
    for (int from = 0; from < rows.rows(); from += step) {
      int count = Math.min(step, rows.rows() - from) * columns;
      int at = rows.index(from, 0);
      memory.get(at, bits, 0, count);
      FastFunctions.drop(bits, places, count, keep, (int) key, from * columns);
      memory.put(at, bits, 0, count);
      rows.read(from, 0, chunk, 0, count);
      FastFunctions.scale(chunk, scale, count);
      rows.write(from, 0, chunk, 0, count);
    }
  }
}
