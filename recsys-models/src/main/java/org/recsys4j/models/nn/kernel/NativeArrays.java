package org.recsys4j.models.nn.kernel;

import java.util.concurrent.atomic.AtomicLong;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Makes arrays outside of the heap. ND4J frees such an array when its object on the heap is
 * collected, and that object is so small that a heap with room to spare may never be: activations
 * of networks that are long gone would stay. So each time that {@value #COLLECT_AFTER} bytes of new
 * arrays have been asked for, the heap is collected first, and what nobody refers to holds little
 * more than that. Networks keep the arrays that they work in, so that this is rare.
 *
 * <p>With {@code -XX:+DisableExplicitGC} nothing is collected here.
 */
public final class NativeArrays {
  /** Bytes of new arrays from one collection to the next. */
  static final long COLLECT_AFTER = 256L << 20;

  private static final AtomicLong made = new AtomicLong();

  private NativeArrays() {}

  /**
   * A matrix of any content, outside of workspaces.
   *
   * @param type of its numbers
   * @param rows how many rows, at least 1
   * @param columns how many columns, at least 1
   * @return a row-major array
   */
  public static INDArray matrix(DataType type, int rows, int columns) {
    count((long) rows * columns * type.width());
    return Nd4j.createUninitializedDetached(type, rows, columns);
  }

  /**
   * A vector of any content, outside of workspaces.
   *
   * @param type of its numbers
   * @param length how many numbers; with 0 the array is empty
   * @return an array of one dimension
   */
  public static INDArray vector(DataType type, int length) {
    if (length == 0) {
      return Nd4j.empty(type);
    }
    count((long) length * type.width());
    return Nd4j.createUninitializedDetached(type, length);
  }

  private static void count(long bytes) {
    long total = made.addAndGet(bytes);
    if (total > COLLECT_AFTER && made.compareAndSet(total, bytes)) {
      System.gc();
    }
  }
}
