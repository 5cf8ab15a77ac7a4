package org.recsys4j.models.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ShuffleTest {
  @Property(tries = 300)
  void isAPermutation(@ForAll @IntRange(min = 1, max = 3000) int size, @ForAll long seed) {
    Shuffle shuffle = Shuffle.of(size, seed);
    BitSet places = new BitSet();
    for (int number = 0; number < size; number++) {
      places.set(shuffle.place(number));
    }
    assertThat(places.length()).isEqualTo(size);
    assertThat(places.cardinality()).isEqualTo(size);
  }

  /** Neighbours are not kept together: their places correlate as little as random ones. */
  @Test
  void spreadsNeighbours() {
    int size = 50_000;
    for (long seed = 0; seed < 20; seed++) {
      Shuffle shuffle = Shuffle.of(size, seed);
      double mean = (size - 1) / 2.0;
      double covariance = 0;
      for (int number = 0; number + 1 < size; number++) {
        covariance += (shuffle.place(number) - mean) * (shuffle.place(number + 1) - mean);
      }
      double correlation = covariance / size / (size * (double) size / 12);
      assertThat(correlation).isCloseTo(0, within(0.1));
    }
  }
}
