package org.recsys4j.models.factor;

/**
 * Moves one row of parameters at a time, so that a step costs what the batch touches and not what
 * the table holds. Different threads may move different rows at once.
 */
interface RowOptimizer {
  /**
   * Moves a row uphill. The gradient is {@code scale * direction - regularisation * parameters}.
   *
   * @param row number of the row
   * @param parameters the row
   * @param scale factor of the direction
   * @param direction as long as the row
   */
  void move(int row, float[] parameters, float scale, float[] direction);
}
