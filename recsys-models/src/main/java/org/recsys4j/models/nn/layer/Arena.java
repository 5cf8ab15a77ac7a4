package org.recsys4j.models.nn.layer;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Memory of the arrays that one pass through a graph makes. Passes of one graph make the same
 * arrays in the same order, so the n-th array of a pass is the n-th of the pass before, and nothing
 * is allocated but where a pass has more rows than all before it.
 *
 * <p>Holds the activations of one pass and their gradients. For one thread at a time.
 */
final class Arena implements Operation.ArrayMaker {
  private final DataType type;
  private final List<ReusedMatrix> arrays = new ArrayList<>();
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
    if (next == arrays.size()) {
      arrays.add(new ReusedMatrix(type));
    }
    return arrays.get(next++).of(rows, columns);
  }
}
