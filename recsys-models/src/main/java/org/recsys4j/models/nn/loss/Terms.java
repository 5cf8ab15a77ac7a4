package org.recsys4j.models.nn.loss;

import org.recsys4j.models.nn.kernel.Block;
import org.recsys4j.models.nn.layer.Scratch;

/**
 * The rows of a loss's input that have a term. Where some have none, as behind the end of a
 * sequence, the others are moved together, so that no product is spent on them.
 */
final class Terms {
  private final Scratch inputMemory = new Scratch();
  private final Scratch gradientMemory = new Scratch();
  private int[] rows = new int[0];
  private int count;

  /** How many rows have a term. */
  int count() {
    return count;
  }

  /** Which row of the input a term is. */
  int row(int term) {
    return rows[term];
  }

  /**
   * Finds the rows that have a target that is not negative, out of {@code width} each, and moves
   * their targets to the front.
   */
  void find(int[] targets, int n, int width) {
    if (rows.length < n) {
      rows = new int[n];
    }
    count = 0;
    for (int row = 0; row < n; row++) {
      boolean any = false;
      for (int k = row * width; k < (row + 1) * width; k++) {
        any |= targets[k] >= 0;
      }
      if (any) {
        System.arraycopy(targets, row * width, targets, count * width, width);
        rows[count++] = row;
      }
    }
  }

  /** Their input. */
  Block input(Block all) {
    if (count == all.rows()) {
      return all;
    }
    Block some = inputMemory.of(all, count, all.columns());
    for (int i = 0; i < count; i++) {
      some.copyRow(i, all, rows[i]);
    }
    return some;
  }

  /** Where the gradient of their input is to be written. */
  Block gradient(Block all) {
    return count == all.rows() ? all : gradientMemory.of(all, count, all.columns());
  }

  /** Moves gradients to where they belong; that of all other rows is 0. */
  void spread(Block some, Block all) {
    if (count == all.rows()) {
      return;
    }
    all.clear();
    for (int i = 0; i < count; i++) {
      all.copyRow(rows[i], some, i);
    }
  }
}
