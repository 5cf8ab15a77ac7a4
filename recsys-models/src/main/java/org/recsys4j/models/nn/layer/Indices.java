package org.recsys4j.models.nn.layer;

import org.recsys4j.models.nn.kernel.Block;

/** Indices that travel through a graph as numbers. */
public final class Indices {
  private Indices() {}

  /**
   * All numbers of a block, row after row.
   *
   * @param from whole numbers
   * @param reuse an array to fill where it is long enough
   * @return that array or a longer one
   */
  public static int[] read(Block from, int[] reuse) {
    int count = from.rows() * from.columns();
    int[] to = reuse.length >= count ? reuse : new int[count];
    float[] row = new float[from.columns()];
    for (int i = 0; i < from.rows(); i++) {
      from.read(i, 0, row, 0, row.length);
      for (int k = 0; k < row.length; k++) {
        to[i * row.length + k] = (int) row[k];
      }
    }
    return to;
  }
}
