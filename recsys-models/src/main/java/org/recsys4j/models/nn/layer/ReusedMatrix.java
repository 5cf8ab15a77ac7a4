package org.recsys4j.models.nn.layer;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.recsys4j.models.nn.kernel.NativeArrays;

/**
 * A matrix that is wanted again and again, in different sizes, in the memory of the largest so far.
 * For one thread at a time.
 */
public final class ReusedMatrix {
  private final DataType type;
  private @Nullable INDArray whole;
  private @Nullable INDArray part; // what was wanted last

  /**
   * Takes no memory yet.
   *
   * @param type of the numbers
   */
  public ReusedMatrix(DataType type) {
    this.type = type;
  }

  /**
   * The matrix in another size; the one before is no longer valid.
   *
   * @param rows how many rows, at least 1
   * @param columns how many columns, at least 1
   * @return row-major, of any content
   */
  public INDArray of(int rows, int columns) {
    INDArray held = whole;
    if (held == null || (long) rows * columns > held.length()) {
      if (held != null) {
        held.close();
      }
      held = NativeArrays.matrix(type, rows, columns);
      whole = held;
      part = held;
    }
    INDArray last = part;
    if (last == null || !is(last, rows, columns)) {
      last = is(held, rows, columns) ? held : Nd4j.create(held.data(), new long[] {rows, columns});
      part = last;
    }
    return last;
  }

  private static boolean is(INDArray array, int rows, int columns) {
    return array.size(0) == rows && array.size(1) == columns;
  }
}
