package org.recsys4j.models.nn.kernel;

/** Sums of some vectors of a table: what a dense layer makes of a sparse input. */
public interface Bags {
  /**
   * Writes one row: the sum of some vectors, all times one factor.
   *
   * @param values the table, vector after vector, each as long as a row of {@code out}
   * @param index which vectors
   * @param count how many
   * @param factor of the sum
   * @param out where to
   * @param row which row there
   */
  void sum(float[] values, int[] index, int count, double factor, Block out, int row);

  /**
   * The way back: adds one row to some vectors.
   *
   * @param gradients of the table
   * @param index which vectors
   * @param count how many
   * @param factor of the row
   * @param from where from
   * @param row which row there
   */
  void addTo(float[] gradients, int[] index, int count, double factor, Block from, int row);
}
