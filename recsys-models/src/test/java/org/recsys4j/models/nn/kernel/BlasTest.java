package org.recsys4j.models.nn.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recsys4j.api.concurrent.Workers;

class BlasTest {
  private static Blas blas(boolean plain) {
    return plain ? BlasProviders.plain() : BlasProviders.blas();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void multipliesByHand(boolean plain) {
    Matrix a = Matrix.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3);
    Matrix b = Matrix.of(new float[] {7, 8, 9, 10, 11, 12}, 3, 2);
    float[] product = {Float.NaN, Float.NaN, Float.NaN, Float.NaN};
    blas(plain).multiply(a, b, Matrix.of(product, 2, 2));
    assertThat(product).containsExactly(58, 64, 139, 154);

    blas(plain).multiplyAdd(a, b, Matrix.of(product, 2, 2));
    assertThat(product).containsExactly(116, 128, 278, 308);

    blas(plain).multiply(a, a.transpose(), Matrix.of(product, 2, 2));
    assertThat(product).containsExactly(14, 32, 32, 77);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void writesIntoASliceAndNowhereElse(boolean plain) {
    float[] target = new float[12];
    Arrays.fill(target, -1);
    Matrix two = Matrix.of(new float[] {9, 2}, 1, 1, 1, 1);
    Matrix column = Matrix.of(new float[] {3, 0, 4, 0}, 0, 2, 1, 2);
    blas(plain).multiply(column, two, Matrix.of(target, 5, 2, 1, 4));
    assertThat(target).containsExactly(-1, -1, -1, -1, -1, 6, -1, -1, -1, 8, -1, -1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aProductOverNothingIsZero(boolean plain) {
    float[] out = {5, 5};
    blas(plain)
        .multiply(
            Matrix.of(new float[0], 2, 0), Matrix.of(new float[0], 0, 1), Matrix.of(out, 2, 1));
    assertThat(out).containsExactly(0, 0);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void refusesShapesThatDoNotFit(boolean plain) {
    Matrix a = Matrix.of(new float[6], 2, 3);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> blas(plain).multiply(a, a, Matrix.of(new float[4], 2, 2)))
        .withMessage("product of 2 x 3 and 2 x 3 into 2 x 2");
    assertThatThrownBy(() -> Matrix.of(new float[6], 1, 2, 3, 3))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Property(tries = 60)
  void providersAgree(
      @ForAll @IntRange(max = 40) int m,
      @ForAll @IntRange(max = 40) int n,
      @ForAll @IntRange(max = 70) int k,
      @ForAll boolean transposeA,
      @ForAll boolean transposeB,
      @ForAll @IntRange(max = 2) int keep,
      @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Matrix left = random(random, m, k, transposeA);
    Matrix right = random(random, k, n, transposeB);
    float[] fast = numbers(random, m * n);
    float[] plain = fast.clone();
    BlasProviders.blas().product(left, right, keep, Matrix.of(fast, m, n));
    BlasProviders.plain().product(left, right, keep, Matrix.of(plain, m, n));
    for (int i = 0; i < fast.length; i++) {
      assertThat(fast[i]).isCloseTo(plain[i], within(2e-5f));
    }
  }

  /** Wide enough to be cut into panels, the last of them narrower. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aWideProductIsThatOfItsColumns(boolean transposed) {
    SplittableRandom random = new SplittableRandom(5);
    int m = 300;
    int n = 3_700;
    Matrix a = random(random, m, 9, !transposed);
    Matrix b = random(random, 9, n, transposed);
    float[] fast = numbers(random, m * n);
    float[] plain = fast.clone();
    BlasProviders.blas().multiplyAdd(a, b, Matrix.of(fast, m, n));
    BlasProviders.plain().multiplyAdd(a, b, Matrix.of(plain, m, n));
    float largest = 0;
    for (int i = 0; i < fast.length; i++) {
      largest = Math.max(largest, Math.abs(fast[i] - plain[i]));
    }
    assertThat(largest).isLessThan(1e-5f);
  }

  @Test
  void columnsAreAView() {
    float[] cells = {1, 2, 3, 4, 5, 6};
    Matrix matrix = Matrix.of(cells, 2, 3);
    Matrix unit = Matrix.of(new float[] {1, 0, 0, 1}, 2, 2);
    float[] out = new float[4];
    BlasProviders.plain().multiply(unit, matrix.columns(1, 2), Matrix.of(out, 2, 2));
    assertThat(out).containsExactly(2, 3, 5, 6);
    Matrix turned = Matrix.of(cells, 3, 2).transpose(); // 1 3 5 over 2 4 6
    BlasProviders.plain().multiply(unit, turned.columns(1, 2), Matrix.of(out, 2, 2));
    assertThat(out).containsExactly(3, 5, 4, 6);
    assertThatThrownBy(() -> matrix.columns(2, 2)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  /** Each thread has operands of its own, wherever they lie in memory. */
  @Test
  void everyThreadGetsTheSameBits() {
    SplittableRandom random = new SplittableRandom(3);
    int shards = 24;
    int n = 57;
    Matrix b = random(random, 33, n, true);
    Matrix[] a = new Matrix[shards];
    for (int i = 0; i < shards; i++) {
      a[i] = random(random, 19, 33, false);
    }
    float[] expected = products(a, b, 19 * n, 1);
    assertThat(products(a, b, 19 * n, 2)).isEqualTo(expected);
    assertThat(products(a, b, 19 * n, 4)).isEqualTo(expected);
  }

  private static float[] products(Matrix[] a, Matrix b, int size, int threads) {
    float[] out = new float[a.length * size];
    try (Workers workers = new Workers(threads)) {
      workers.run(
          a.length,
          shard -> {
            int n = b.columns();
            BlasProviders.blas()
                .multiply(a[shard], b, Matrix.of(out, shard * size, size / n, n, n));
          });
    }
    return out;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void invertsByHand(boolean plain) {
    try (SymmetricMatrix matrix = blas(plain).symmetric(2)) {
      matrix.setRow(0, new double[] {4, 2});
      matrix.setRow(1, new double[] {2, 3});
      matrix.invert();
      double[] row = new double[2];
      matrix.getRow(0, row);
      assertThat(row).containsExactly(new double[] {0.375, -0.25}, within(1e-15));
      matrix.getRow(1, row);
      assertThat(row).containsExactly(new double[] {-0.25, 0.5}, within(1e-15));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void refusesToInvertWhatIsNotPositiveDefinite(boolean plain) {
    try (SymmetricMatrix matrix = blas(plain).symmetric(2)) {
      matrix.setRow(0, new double[] {1, 2});
      matrix.setRow(1, new double[] {2, 1});
      assertThatThrownBy(matrix::invert)
          .isInstanceOf(ArithmeticException.class)
          .hasMessageContaining("not positive definite");
    }
  }

  /** Sizes on both sides of the tiles in which the triangles are copied. */
  @ParameterizedTest
  @ValueSource(ints = {1, 63, 64, 65, 130})
  void inverseTimesMatrixIsTheIdentity(int n) {
    double[][] matrix = positiveDefinite(n);
    double[][] fast = inverse(BlasProviders.blas(), matrix);
    double[][] plain = inverse(BlasProviders.plain(), matrix);
    for (int i = 0; i < n; i++) {
      assertThat(fast[i]).containsExactly(plain[i], within(1e-10));
      for (int j = 0; j < n; j++) {
        double sum = 0;
        for (int k = 0; k < n; k++) {
          sum += fast[i][k] * matrix[k][j];
        }
        assertThat(sum).isCloseTo(i == j ? 1 : 0, within(1e-10));
      }
    }
  }

  private static double[][] inverse(Blas blas, double[][] matrix) {
    double[][] result = new double[matrix.length][matrix.length];
    try (SymmetricMatrix symmetric = blas.symmetric(matrix.length)) {
      for (int i = 0; i < matrix.length; i++) {
        symmetric.setRow(i, matrix[i]);
      }
      symmetric.invert();
      for (int i = 0; i < matrix.length; i++) {
        symmetric.getRow(i, result[i]);
      }
    }
    return result;
  }

  /** R R' + I of random R. */
  private static double[][] positiveDefinite(int n) {
    SplittableRandom random = new SplittableRandom(n);
    double[][] root = new double[n][];
    Arrays.setAll(root, i -> random.doubles(n, -1, 1).toArray());
    double[][] matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < n; k++) {
          matrix[i][j] += root[i][k] * root[j][k];
        }
      }
      matrix[i][i] += 1;
    }
    return matrix;
  }

  private static Matrix random(SplittableRandom random, int rows, int columns, boolean transposed) {
    Matrix stored =
        Matrix.of(
            numbers(random, rows * columns),
            transposed ? columns : rows,
            transposed ? rows : columns);
    return transposed ? stored.transpose() : stored;
  }

  private static float[] numbers(SplittableRandom random, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextDouble(-1, 1);
    }
    return values;
  }
}
