package org.recsys4j.models.nn.layer;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.recsys4j.models.nn.kernel.NativeArrays;

/**
 * Memory of the arrays that one pass through a graph makes. Passes of one graph make the same
 * arrays in the same order, so the n-th array of a pass is the n-th of the pass before, and nothing
 * is allocated but where a pass has more rows than all before it.
 *
 * <p>Holds the activations of one pass and their gradients. For one thread at a time.
 */
final class Arena implements Operation.ArrayMaker {
  private final DataType type;
  private final List<Slot> slots = new ArrayList<>();
  private int next;

  Arena(DataType type) {
    this.type = type;
  }

  /** Begins a pass: all arrays that were made before are overwritten. */
  void reset() {
    next = 0;
  }

  @Override
  public INDArray create(int rows, int columns) {
    if (next == slots.size()) {
      slots.add(new Slot(array(rows, columns)));
    }
    return slots.get(next++).array(rows, columns);
  }

  private INDArray array(int rows, int columns) {
    return NativeArrays.matrix(type, rows, columns);
  }

  /** The largest array so far, and the last part of it that was wanted. */
  private final class Slot {
    private INDArray whole;
    private INDArray part;

    Slot(INDArray whole) {
      this.whole = whole;
      this.part = whole;
    }

    INDArray array(int rows, int columns) {
      if (is(whole, rows, columns)) {
        return whole;
      }
      if (!is(part, rows, columns)) {
        long length = (long) rows * columns;
        if (length > whole.length()) {
          whole.close();
          whole = Arena.this.array(rows, columns);
          part = whole;
        } else {
          part = Nd4j.create(whole.data(), new long[] {rows, columns});
        }
      }
      return part;
    }

    private static boolean is(INDArray array, int rows, int columns) {
      return array.size(0) == rows && array.size(1) == columns;
    }
  }
}
