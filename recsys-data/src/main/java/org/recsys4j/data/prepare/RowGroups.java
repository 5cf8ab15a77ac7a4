package org.recsys4j.data.prepare;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** The rows of each user, or of each item, in the order of the log. Holds 4 bytes a row. */
final class RowGroups {
  private final int[] starts;
  private final int[] rows;

  /**
   * Groups rows.
   *
   * @param groups how many groups there are
   * @param size how many rows there are
   * @param groupOf the group of a row
   */
  RowGroups(int groups, int size, IntUnaryOperator groupOf) {
    starts = new int[groups + 1];
    for (int row = 0; row < size; row++) {
      starts[groupOf.applyAsInt(row) + 1]++;
    }
    for (int group = 0; group < groups; group++) {
      starts[group + 1] += starts[group];
    }
    rows = new int[size];
    int[] next = starts.clone();
    for (int row = 0; row < size; row++) {
      rows[next[groupOf.applyAsInt(row)]++] = row;
    }
  }

  int groups() {
    return starts.length - 1;
  }

  int start(int group) {
    return starts[group];
  }

  int end(int group) {
    return starts[group + 1];
  }

  int count(int group) {
    return starts[group + 1] - starts[group];
  }

  /** The rows of a group, in the order of the log: a copy. */
  int[] rows(int group) {
    return Arrays.copyOfRange(rows, starts[group], starts[group + 1]);
  }

  int row(int position) {
    return rows[position];
  }
}
