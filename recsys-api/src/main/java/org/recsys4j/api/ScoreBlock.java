package org.recsys4j.api;

/**
 * Scores of a batch of users for all items: a row-major matrix that is reused from batch to batch.
 * It owns {@code 4 x rows x items} bytes.
 */
public final class ScoreBlock {
  private final float[] scores;
  private final int rows;
  private final int items;

  /**
   * A block.
   *
   * @param rows most users a batch may have
   * @param items number of items
   * @throws IllegalArgumentException if a size is negative or {@code rows x items} exceeds what one
   *     array holds
   */
  public ScoreBlock(int rows, int items) {
    if (rows < 0 || items < 0 || (long) rows * items > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "a block of " + rows + " x " + items + " scores does not fit an array");
    }
    this.rows = rows;
    this.items = items;
    this.scores = new float[rows * items];
  }

  /**
   * How many users fit.
   *
   * @return number of rows
   */
  public int rows() {
    return rows;
  }

  /**
   * How many items each row has.
   *
   * @return number of columns
   */
  public int items() {
    return items;
  }

  /**
   * The scores themselves, to be written by models and read by selectors: the score of row r and
   * item i stands at {@code offset(r) + i}.
   *
   * @return the array behind this block, not a copy
   */
  public float[] scores() {
    return scores;
  }

  /**
   * Where a row begins.
   *
   * @param row from 0 to {@code rows() - 1}
   * @return index into {@link #scores()}
   */
  public int offset(int row) {
    return row * items;
  }
}
