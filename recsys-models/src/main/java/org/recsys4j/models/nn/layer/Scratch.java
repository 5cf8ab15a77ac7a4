package org.recsys4j.models.nn.layer;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.recsys4j.models.nn.kernel.Block;
import org.recsys4j.models.nn.kernel.NativeArrays;

/**
 * Memory of an operation's own that is kept from step to step: it grows to what the largest step
 * needs and stays. For one thread at a time.
 */
public final class Scratch {
  private @Nullable Block memory;

  /** Takes no memory yet. */
  public Scratch() {}

  /**
   * A matrix of any content; the one before is no longer valid.
   *
   * @param like a block of the wanted type
   * @param rows how many rows
   * @param columns how many columns, at least 1
   * @return the matrix
   */
  public Block of(Block like, int rows, int columns) {
    int size = Math.multiplyExact(rows, columns);
    Block held = memory;
    if (held == null || held.columns() < size || held.isSingle() != like.isSingle()) {
      DataType type = like.isSingle() ? DataType.FLOAT : DataType.DOUBLE;
      held = Block.of(NativeArrays.vector(type, Math.max(1, size)));
      memory = held;
    }
    return held.columns(0, size).reshape(columns);
  }
}
