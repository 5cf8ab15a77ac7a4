package org.recsys4j.models.nn.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** Both native providers against the definition, for views of all kinds. */
class ProductsTest {
  private static final int[][] SHAPES = {
    {1, 1, 1}, {5, 1, 7}, {1, 9, 3}, {4, 6, 1}, {50, 64, 50}, {129, 33, 65}, {7, 300, 20}, {3, 0, 2}
  };

  private final SplittableRandom random = new SplittableRandom(3);

  @BeforeAll
  static void start() {
    NativeBackend.start();
  }

  static Stream<Arguments> cases() {
    List<Arguments> all = new ArrayList<>();
    for (Products products : List.of(new OneDnnProducts(), new OpenBlasProducts())) {
      for (int[] shape : SHAPES) {
        for (int way = 0; way < 4; way++) {
          all.add(Arguments.of(products, shape, way / 2 == 1, way % 2 == 1));
        }
      }
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isTheSumOfProducts(Products products, int[] shape, boolean turnA, boolean turnB) {
    int m = shape[0];
    int n = shape[1];
    int k = shape[2];
    Block a = turnA ? part(k, m).transpose() : part(m, k);
    Block b = turnB ? part(n, k).transpose() : part(k, n);
    Block out = part(m, n);
    Block around = drawn(m + 2, n + 2);
    Block inner = around.rows(1, m).columns(1, n);
    double[][] before = new double[m][n];
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        before[i][j] = inner.get(i, j);
      }
    }
    double corner = around.get(0, 0);
    products.multiply(a, b, out);
    products.multiplyAdd(0.5, a, b, inner);
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        double sum = 0;
        for (int l = 0; l < k; l++) {
          sum += a.get(i, l) * b.get(l, j);
        }
        assertThat(out.get(i, j)).isCloseTo(sum, within(1e-4));
        assertThat(inner.get(i, j)).isCloseTo(before[i][j] + sum / 2, within(1e-4));
      }
    }
    assertThat(around.get(0, 0)).isEqualTo(corner);
  }

  @Test
  void reportsSayWhatNetworksMultiplyWith() {
    assertThat(Kernels.fast().products()).isSameAs(Kernels.fast().products());
    assertThat(Kernels.inUse()).get().asString().matches("(oneDNN 3|OpenBLAS 0).*1 native thread");
  }

  /** A matrix within a larger one, so that its rows do not adjoin. */
  private Block part(int rows, int columns) {
    return drawn(rows + 1, columns + 3).rows(1, rows).columns(2, columns);
  }

  private Block drawn(int rows, int columns) {
    Block block = Block.of(Nd4j.createUninitializedDetached(DataType.FLOAT, rows, columns));
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        block.set(row, column, random.nextDouble() - 0.5);
      }
    }
    return block;
  }
}
