package org.recsys4j.models.nn.kernel;

/** Some rows at a time on the heap, each gate in an array of its own. */
final class FastRecurrentCells implements RecurrentCells {
  @Override
  public void gru(
      Block gates, Block recurrent, Block bias, Block before, Block candidates, Block state) {
    int d = state.columns();
    int step = step(state);
    float[] biasR = Chunks.repeated(bias.columns(0, d), step);
    float[] biasZ = Chunks.repeated(bias.columns(d, d), step);
    float[] biasC = Chunks.repeated(bias.columns(2 * d, d), step);
    float[] biasQ = Chunks.repeated(bias.columns(3 * d, d), step);
    float[] r = new float[step * d];
    float[] z = new float[step * d];
    float[] c = new float[step * d];
    float[] hr = new float[step * d];
    float[] hz = new float[step * d];
    float[] q = new float[step * d];
    float[] h = new float[step * d];
    for (int from = 0; from < state.rows(); from += step) {
      int rows = Math.min(step, state.rows() - from);
      int count = rows * d;
      read(gates, from, 0, d, rows, r);
      read(gates, from, d, d, rows, z);
      read(gates, from, 2 * d, d, rows, c);
      read(recurrent, from, 0, d, rows, hr);
      read(recurrent, from, d, d, rows, hz);
      read(recurrent, from, 2 * d, d, rows, q);
      read(before, from, 0, d, rows, h);
      addTwo(r, hr, biasR, count);
      FastFunctions.sigmoid(r, count);
      addTwo(z, hz, biasZ, count);
      FastFunctions.sigmoid(z, count);
      for (int i = 0; i < count; i++) {
        q[i] += biasQ[i];
        c[i] += biasC[i] + r[i] * q[i];
      }
      FastFunctions.tanh(c, count);
      for (int i = 0; i < count; i++) {
        h[i] = c[i] + z[i] * (h[i] - c[i]);
      }
      write(gates, from, 0, d, rows, r);
      write(gates, from, d, d, rows, z);
      write(gates, from, 2 * d, d, rows, c);
      write(candidates, from, 0, d, rows, q);
      write(state, from, 0, d, rows, h);
    }
  }

  @Override
  public void gruBackward(
      Block gates, Block candidates, Block before, Block gradient, Block carry, Block recurrent) {
    int d = before.columns();
    int step = step(before);
    float[] r = new float[step * d];
    float[] z = new float[step * d];
    float[] c = new float[step * d];
    float[] q = new float[step * d];
    float[] h = new float[step * d];
    float[] above = new float[step * d];
    float[] dh = new float[step * d];
    for (int from = 0; from < before.rows(); from += step) {
      int rows = Math.min(step, before.rows() - from);
      int count = rows * d;
      read(gates, from, 0, d, rows, r);
      read(gates, from, d, d, rows, z);
      read(gates, from, 2 * d, d, rows, c);
      read(candidates, from, 0, d, rows, q);
      read(before, from, 0, d, rows, h);
      read(gradient, from, 0, d, rows, above);
      read(carry, from, 0, d, rows, dh);
      gruSlopes(r, z, c, q, h, above, dh, count);
      write(gates, from, 0, d, rows, r);
      write(gates, from, d, d, rows, z);
      write(gates, from, 2 * d, d, rows, c);
      write(candidates, from, 0, d, rows, q);
      write(recurrent, from, 0, d, rows, r);
      write(recurrent, from, d, d, rows, z);
      write(recurrent, from, 2 * d, d, rows, q);
      write(carry, from, 0, d, rows, dh);
    }
  }

  private static void gruSlopes(
      float[] r, float[] z, float[] c, float[] q, float[] h, float[] above, float[] dh, int count) {
    for (int i = 0; i < count; i++) {
      float all = above[i] + dh[i];
      float dc = all * (1 - z[i]) * (1 - c[i] * c[i]);
      float reset = r[i];
      dh[i] = all * z[i];
      r[i] = dc * q[i] * reset * (1 - reset);
      z[i] = all * (h[i] - c[i]) * z[i] * (1 - z[i]);
      c[i] = dc;
      q[i] = dc * reset;
    }
  }

  @Override
  public void lstm(Block gates, Block bias, Block before, Block cell, Block state) {
    int d = state.columns();
    int step = step(state);
    float[][] biases = new float[4][];
    float[][] gate = new float[4][step * d];
    for (int k = 0; k < 4; k++) {
      biases[k] = Chunks.repeated(bias.columns(k * d, d), step);
    }
    float[] c = new float[step * d];
    float[] h = new float[step * d];
    for (int from = 0; from < state.rows(); from += step) {
      int rows = Math.min(step, state.rows() - from);
      int count = rows * d;
      for (int k = 0; k < 4; k++) {
        read(gates, from, k * d, d, rows, gate[k]);
        FastFunctions.apply(
            k == 2 ? Activation.TANH : Activation.SIGMOID, gate[k], biases[k], count);
        write(gates, from, k * d, d, rows, gate[k]);
      }
      read(before, from, 0, d, rows, c);
      remember(gate[0], gate[1], gate[2], c, h, count);
      write(cell, from, 0, d, rows, c);
      FastFunctions.tanh(h, count);
      multiply(h, gate[3], count);
      write(state, from, 0, d, rows, h);
    }
  }

  private static void remember(
      float[] in, float[] forget, float[] candidate, float[] cell, float[] copy, int count) {
    for (int i = 0; i < count; i++) {
      float next = forget[i] * cell[i] + in[i] * candidate[i];
      cell[i] = next;
      copy[i] = next;
    }
  }

  private static void multiply(float[] values, float[] factors, int count) {
    for (int i = 0; i < count; i++) {
      values[i] *= factors[i];
    }
  }

  @Override
  public void lstmBackward(
      Block gates, Block before, Block cell, Block gradient, Block carry, Block cellCarry) {
    int d = cell.columns();
    int step = step(cell);
    float[][] gate = new float[4][step * d];
    float[] last = new float[step * d];
    float[] tanh = new float[step * d];
    float[] dh = new float[step * d];
    float[] above = new float[step * d];
    float[] dc = new float[step * d];
    for (int from = 0; from < cell.rows(); from += step) {
      int rows = Math.min(step, cell.rows() - from);
      int count = rows * d;
      for (int k = 0; k < 4; k++) {
        read(gates, from, k * d, d, rows, gate[k]);
      }
      read(before, from, 0, d, rows, last);
      read(cell, from, 0, d, rows, tanh);
      FastFunctions.tanh(tanh, count);
      read(gradient, from, 0, d, rows, dh);
      read(carry, from, 0, d, rows, above);
      read(cellCarry, from, 0, d, rows, dc);
      outputSlopes(gate[3], tanh, dh, above, dc, count);
      cellSlopes(gate[0], gate[1], gate[2], last, dc, count);
      for (int k = 0; k < 4; k++) {
        write(gates, from, k * d, d, rows, gate[k]);
      }
      write(cellCarry, from, 0, d, rows, dc);
    }
  }

  private static void outputSlopes(
      float[] o, float[] tanh, float[] dh, float[] above, float[] dc, int count) {
    for (int i = 0; i < count; i++) {
      float all = dh[i] + above[i];
      float open = o[i];
      dc[i] += all * open * (1 - tanh[i] * tanh[i]);
      o[i] = all * tanh[i] * open * (1 - open);
    }
  }

  private static void cellSlopes(
      float[] in, float[] forget, float[] candidate, float[] last, float[] dc, int count) {
    for (int i = 0; i < count; i++) {
      float all = dc[i];
      float a = in[i];
      float f = forget[i];
      float g = candidate[i];
      in[i] = all * g * a * (1 - a);
      forget[i] = all * last[i] * f * (1 - f);
      candidate[i] = all * a * (1 - g * g);
      dc[i] = all * f;
    }
  }

  /** So many rows that a gate's array takes 2 KiB, since there are a dozen arrays. */
  private static int step(Block rows) {
    return Math.min(Math.max(1, rows.rows()), Chunks.rows(4 * rows.columns()));
  }

  private static void read(Block from, int row, int column, int width, int rows, float[] to) {
    for (int i = 0; i < rows; i++) {
      from.read(row + i, column, to, i * width, width);
    }
  }

  private static void write(Block to, int row, int column, int width, int rows, float[] from) {
    for (int i = 0; i < rows; i++) {
      to.write(row + i, column, from, i * width, width);
    }
  }

  private static void addTwo(float[] to, float[] a, float[] b, int count) {
    for (int i = 0; i < count; i++) {
      to[i] += a[i] + b[i];
    }
  }
}
