package org.recsys4j.models.nn.layer;

import java.util.SplittableRandom;

/**
 * A vector for each user or item. It is no parameter of the graph: of a graph's parameters there is
 * a dense gradient and a dense step for every batch, which cost as much as the catalogue is large,
 * while a batch touches a few rows. Here rows are gathered, and only their gradients are kept.
 *
 * @param name by which layers find it
 * @param rows how many vectors
 * @param width how long a vector is
 * @param values the vectors, row after row; training changes them
 * @param whole whether each step moves the whole table, because every row takes part in it, as with
 *     a softmax over all items; otherwise a step moves the rows that a batch has used
 */
@SuppressWarnings("ArrayRecordComponent") // shared on purpose, compared by nobody
public record EmbeddingTable(String name, int rows, int width, float[] values, boolean whole) {
  /** Checks the size. */
  public EmbeddingTable {
    if (values.length != Math.multiplyExact(rows, width)) {
      throw new IllegalArgumentException(
          name + " has " + values.length + " numbers for " + rows + " x " + width);
    }
  }

  /**
   * A table of independent normal numbers.
   *
   * @param name by which layers find it
   * @param rows how many vectors
   * @param width how long a vector is
   * @param whole whether each step moves the whole table
   * @param deviation their standard deviation
   * @param random where randomness comes from
   * @return a new table
   */
  public static EmbeddingTable normal(
      String name, int rows, int width, boolean whole, double deviation, SplittableRandom random) {
    float[] values = new float[Math.multiplyExact(rows, width)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (deviation * random.nextGaussian());
    }
    return new EmbeddingTable(name, rows, width, values, whole);
  }
}
