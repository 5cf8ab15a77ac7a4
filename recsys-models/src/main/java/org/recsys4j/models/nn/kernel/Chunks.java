package org.recsys4j.models.nn.kernel;

/**
 * How rows are cut into chunks that are copied to the heap, worked on there and copied back: whole
 * rows, small enough for the first-level cache. A copy between native memory and the heap runs at
 * the speed of the cache, a loop over heap arrays is compiled to vector instructions, and one over
 * native memory is not.
 */
final class Chunks {
  /** Numbers of a chunk, 8 KiB, so that three of them fit. */
  private static final int SIZE = 2048;

  private Chunks() {}

  /** How many rows of some width make a chunk. */
  static int rows(int columns) {
    return Math.max(1, SIZE / Math.max(1, columns));
  }

  /** A row as often as a chunk has rows. */
  static float[] repeated(Block row, int times) {
    int columns = row.columns();
    float[] result = new float[times * columns];
    row.read(0, 0, result, 0, columns);
    for (int i = 1; i < times; i++) {
      System.arraycopy(result, 0, result, i * columns, columns);
    }
    return result;
  }
}
