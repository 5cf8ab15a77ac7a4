package org.recsys4j.models.nn.kernel;

/** One unit at a time, in double precision. */
final class PlainRecurrentCells implements RecurrentCells {
  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  @Override
  public void gru(
      Block gates, Block recurrent, Block bias, Block before, Block candidates, Block state) {
    int d = state.columns();
    for (int row = 0; row < state.rows(); row++) {
      for (int k = 0; k < d; k++) {
        double r = sigmoid(gates.get(row, k) + recurrent.get(row, k) + bias.get(0, k));
        double z = sigmoid(gates.get(row, d + k) + recurrent.get(row, d + k) + bias.get(0, d + k));
        double q = recurrent.get(row, 2 * d + k) + bias.get(0, 3 * d + k);
        double c = Math.tanh(gates.get(row, 2 * d + k) + bias.get(0, 2 * d + k) + r * q);
        gates.set(row, k, r);
        gates.set(row, d + k, z);
        gates.set(row, 2 * d + k, c);
        candidates.set(row, k, q);
        state.set(row, k, (1 - z) * c + z * before.get(row, k));
      }
    }
  }

  @Override
  public void gruBackward(
      Block gates, Block candidates, Block before, Block gradient, Block carry, Block recurrent) {
    int d = before.columns();
    for (int row = 0; row < before.rows(); row++) {
      for (int k = 0; k < d; k++) {
        double r = gates.get(row, k);
        double z = gates.get(row, d + k);
        double c = gates.get(row, 2 * d + k);
        double dh = gradient.get(row, k) + carry.get(row, k);
        double dc = dh * (1 - z) * (1 - c * c);
        double dz = dh * (before.get(row, k) - c) * z * (1 - z);
        double dr = dc * candidates.get(row, k) * r * (1 - r);
        gates.set(row, k, dr);
        gates.set(row, d + k, dz);
        gates.set(row, 2 * d + k, dc);
        candidates.set(row, k, dc * r);
        recurrent.set(row, k, dr);
        recurrent.set(row, d + k, dz);
        recurrent.set(row, 2 * d + k, dc * r);
        carry.set(row, k, dh * z);
      }
    }
  }

  @Override
  public void lstm(Block gates, Block bias, Block before, Block cell, Block state) {
    int d = state.columns();
    for (int row = 0; row < state.rows(); row++) {
      for (int k = 0; k < d; k++) {
        double i = sigmoid(gates.get(row, k) + bias.get(0, k));
        double f = sigmoid(gates.get(row, d + k) + bias.get(0, d + k));
        double g = Math.tanh(gates.get(row, 2 * d + k) + bias.get(0, 2 * d + k));
        double o = sigmoid(gates.get(row, 3 * d + k) + bias.get(0, 3 * d + k));
        double c = f * before.get(row, k) + i * g;
        gates.set(row, k, i);
        gates.set(row, d + k, f);
        gates.set(row, 2 * d + k, g);
        gates.set(row, 3 * d + k, o);
        cell.set(row, k, c);
        state.set(row, k, o * Math.tanh(c));
      }
    }
  }

  @Override
  public void lstmBackward(
      Block gates, Block before, Block cell, Block gradient, Block carry, Block cellCarry) {
    int d = cell.columns();
    for (int row = 0; row < cell.rows(); row++) {
      for (int k = 0; k < d; k++) {
        double i = gates.get(row, k);
        double f = gates.get(row, d + k);
        double g = gates.get(row, 2 * d + k);
        double o = gates.get(row, 3 * d + k);
        double tanh = Math.tanh(cell.get(row, k));
        double dh = gradient.get(row, k) + carry.get(row, k);
        double dc = dh * o * (1 - tanh * tanh) + cellCarry.get(row, k);
        gates.set(row, k, dc * g * i * (1 - i));
        gates.set(row, d + k, dc * before.get(row, k) * f * (1 - f));
        gates.set(row, 2 * d + k, dc * i * (1 - g * g));
        gates.set(row, 3 * d + k, dh * tanh * o * (1 - o));
        cellCarry.set(row, k, dc * f);
      }
    }
  }
}
