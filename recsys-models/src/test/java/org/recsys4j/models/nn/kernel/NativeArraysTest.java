package org.recsys4j.models.nn.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

class NativeArraysTest {
  private static final int ROWS = 4096;
  private static final int COLUMNS = 1024;

  @Test
  void arraysThatNobodyRefersToAreGivenUpBeforeManyMoreAreMade() {
    NativeBackend.start();
    WeakReference<INDArray> dropped = new WeakReference<>(array());
    INDArray kept = array();
    long bytes = (long) ROWS * COLUMNS * Float.BYTES;
    for (long made = 0; made <= NativeArrays.COLLECT_AFTER; made += bytes) {
      array();
    }
    assertThat(dropped.get()).isNull();
    assertThat(kept.wasClosed()).isFalse();
  }

  @Test
  void hasTheShapeThatIsAskedFor() {
    NativeBackend.start();
    assertThat(NativeArrays.matrix(DataType.DOUBLE, 2, 3).shape()).containsExactly(2, 3);
    assertThat(NativeArrays.vector(DataType.FLOAT, 5).shape()).containsExactly(5);
    assertThat(NativeArrays.vector(DataType.FLOAT, 0).isEmpty()).isTrue();
  }

  private static INDArray array() {
    return NativeArrays.matrix(DataType.FLOAT, ROWS, COLUMNS);
  }
}
