package org.recsys4j.models.nn.kernel;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;

/** Native memory for one operand, which grows as needed and begins at a multiple of 64 bytes. */
final class NativeFloats {
  private static final int ALIGNMENT = 64;

  private int capacity;
  private FloatPointer block = new FloatPointer();
  private FloatPointer start = block;
  private FloatBuffer cells = FloatBuffer.allocate(0);

  /** Memory for so many floats, with any content. */
  FloatPointer reserve(int size) {
    if (size > capacity) {
      block.close();
      int slack = ALIGNMENT / Float.BYTES;
      block = new FloatPointer((long) size + slack);
      long behind = block.address() % ALIGNMENT;
      start = block.getPointer(behind == 0 ? 0 : (ALIGNMENT - behind) / Float.BYTES);
      cells = start.capacity(size).asBuffer();
      capacity = size;
    }
    return start;
  }

  /** What {@link #reserve} gave last, for bulk copies. */
  FloatBuffer cells() {
    return cells;
  }

  /** Frees the memory now instead of when this is collected. */
  void close() {
    block.close();
    capacity = 0;
  }

  /** A copy of a matrix as it is stored, its rows adjoining. */
  FloatPointer load(Matrix matrix) {
    int columns = matrix.storedColumns();
    reserve(Math.multiplyExact(matrix.storedRows(), columns));
    if (matrix.stride() == columns) {
      cells.put(0, matrix.values(), matrix.offset(), matrix.storedRows() * columns);
    } else {
      for (int row = 0; row < matrix.storedRows(); row++) {
        int from = matrix.offset() + row * matrix.stride();
        cells.put(row * columns, matrix.values(), from, columns);
      }
    }
    return start;
  }

  /** Copies a result back into a matrix that is not transposed. */
  void store(Matrix matrix) {
    int columns = matrix.columns();
    if (matrix.stride() == columns) {
      cells.get(0, matrix.values(), matrix.offset(), matrix.rows() * columns);
    } else {
      for (int row = 0; row < matrix.rows(); row++) {
        int to = matrix.offset() + row * matrix.stride();
        cells.get(row * columns, matrix.values(), to, columns);
      }
    }
  }
}
