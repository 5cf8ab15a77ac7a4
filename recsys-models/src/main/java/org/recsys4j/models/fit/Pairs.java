package org.recsys4j.models.fit;

import org.recsys4j.models.sparse.SparseMatrix;

/**
 * The pairs of user and item with a training event, each once, user after user and item after item:
 * what models of pairs are trained on.
 *
 * <p>Holds 8 bytes a pair: user and item in one number, so that looking up both is one access to
 * memory. Immutable.
 */
public final class Pairs {
  private final long[] pairs;

  /**
   * The cells of a matrix.
   *
   * @param train which user had which item
   */
  public Pairs(SparseMatrix train) {
    pairs = new long[train.cells()];
    for (int user = 0; user < train.rows(); user++) {
      for (int cell = train.starts()[user]; cell < train.starts()[user + 1]; cell++) {
        pairs[cell] = (long) user << 32 | train.columnOf()[cell];
      }
    }
  }

  /**
   * How many there are.
   *
   * @return zero or more
   */
  public int count() {
    return pairs.length;
  }

  /**
   * The user of a pair.
   *
   * @param pair its number
   * @return a user index
   */
  public int user(int pair) {
    return (int) (pairs[pair] >>> 32);
  }

  /**
   * The item of a pair.
   *
   * @param pair its number
   * @return an item index
   */
  public int item(int pair) {
    return (int) pairs[pair];
  }
}
