package org.recsys4j.models.factor;

import java.io.IOException;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;

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

  /**
   * Moves two different rows, one by {@code scale} and the other by {@code -scale}.
   *
   * @param up number of the first row
   * @param upper the first row
   * @param down number of the second row
   * @param lower the second row
   * @param scale factor of the direction
   * @param direction as long as the rows
   */
  default void moveApart(
      int up, float[] upper, int down, float[] lower, float scale, float[] direction) {
    move(up, upper, scale, direction);
    move(down, lower, -scale, direction);
  }

  /** Writes what later moves depend on; nothing where they depend on no earlier ones. */
  default void save(ModelWriter out) throws IOException {}

  /** Takes back what {@link #save} wrote. */
  default void load(ModelReader in) throws IOException {}
}
