package org.recsys4j.models.nn.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VectorBlockTest {
  private static VectorBlock block(boolean plain, int capacity, int length) {
    return (plain ? BlasProviders.plain() : BlasProviders.blas()).vectors(capacity, length);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void multipliesAndAddsByHand(boolean plain) {
    float[] source = {9, 1, 2, 3, 4, 5, 6};
    try (VectorBlock block = block(plain, 3, 2)) {
      block.set(0, source, 1);
      block.set(1, source, 3);
      block.set(2, source, 5);
      float[] products = {0, 0, -7};
      block.multiply(2, new float[] {10, 1}, products);
      assertThat(products).containsExactly(12, 34, -7);
      float[] sum = {100, 200};
      block.addTo(3, new float[] {1, 2, 3, 50}, sum);
      assertThat(sum).containsExactly(100 + 1 + 6 + 15, 200 + 2 + 8 + 18);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "7, 5", "64, 64", "165, 64", "1000, 33"})
  void bothProvidersAgree(int count, int length) {
    SplittableRandom random = new SplittableRandom(count);
    float[] source = new float[count * length];
    for (int i = 0; i < source.length; i++) {
      source[i] = (float) random.nextDouble(-1, 1);
    }
    float[] other = new float[length];
    float[] factors = new float[count];
    float[][] products = new float[2][count];
    float[][] sums = new float[2][length];
    for (int i = 0; i < length; i++) {
      other[i] = (float) random.nextDouble(-1, 1);
    }
    for (int i = 0; i < count; i++) {
      factors[i] = (float) random.nextDouble(-1, 1);
    }
    for (int provider = 0; provider < 2; provider++) {
      try (VectorBlock block = block(provider == 0, count, length)) {
        for (int i = 0; i < count; i++) {
          block.set(i, source, i * length);
        }
        block.multiply(count, other, products[provider]);
        block.addTo(count, factors, sums[provider]);
      }
    }
    assertThat(products[1]).containsExactly(products[0], within(1e-5f * length));
    assertThat(sums[1]).containsExactly(sums[0], within(1e-5f * count));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void refusesMoreThanFits(boolean plain) {
    try (VectorBlock block = block(plain, 2, 2)) {
      assertThatThrownBy(() -> block.set(2, new float[2], 0))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> block.multiply(3, new float[2], new float[3]))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
  }
}
