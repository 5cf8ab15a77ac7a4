package org.recsys4j.models.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.models.nn.kernel.BlasProviders;

class RowsTest {
  private static float[] random(int length, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] row = new float[length];
    for (int k = 0; k < length; k++) {
      row[k] = (float) random.nextDouble(-1, 1);
    }
    return row;
  }

  @Test
  void loopsEqualTextbookLoopsForAnyLength() {
    for (int length = 0; length < 70; length++) {
      float[] a = random(length, length);
      float[] b = random(length, length + 100);
      double dot = 0;
      double sum = 0;
      float[] added = a.clone();
      float[] scaled = a.clone();
      for (int k = 0; k < length; k++) {
        dot += (double) a[k] * b[k];
        sum += a[k];
        added[k] += 3 * b[k];
        scaled[k] = 3 * a[k] + b[k];
      }
      assertThat((double) Rows.dot(a, b)).isCloseTo(dot, within(1e-5));
      assertThat((double) Rows.sum(a)).isCloseTo(sum, within(1e-5));
      float[] target = a.clone();
      Rows.add(target, 3, b);
      assertThat(target).containsExactly(added, within(1e-6f));
      target = a.clone();
      Rows.scaleAndAdd(target, 3, b);
      assertThat(target).containsExactly(scaled, within(1e-6f));
    }
  }

  @Test
  void normalRowsHaveTheirDeviation() {
    float[] flat = Rows.flatten(Rows.normal(500, 40, 0.5, new SplittableRandom(1)), 40);
    double mean = 0;
    double square = 0;
    for (float value : flat) {
      mean += value / flat.length;
      square += value * value / flat.length;
    }
    // Five standard deviations of the mean and of the mean square of 20,000 normal numbers.
    assertThat(mean).isCloseTo(0, within(5 * 0.5 / Math.sqrt(flat.length)));
    assertThat(square).isCloseTo(0.25, within(5 * 0.25 * Math.sqrt(2.0 / flat.length)));
  }

  /** More rows than one block, so that parts are added. */
  @Test
  void gramMatrixEqualsATextbookLoop() {
    int d = 3;
    float[] values = random(9000 * d, 5);
    float[] gram;
    try (Workers workers = new Workers(2)) {
      gram = Gram.of(values, d, BlasProviders.blas(), workers);
    }
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        double sum = 0;
        for (int row = 0; row < 9000; row++) {
          sum += (double) values[row * d + i] * values[row * d + j];
        }
        assertThat((double) gram[i * d + j]).isCloseTo(sum, within(2e-2));
      }
    }
    assertThat(Gram.regularised(gram, d, 2)[4]).isEqualTo(gram[4] + 2);
    assertThat(Gram.regularised(gram, d, 2)[1]).isEqualTo(gram[1]);
  }
}
