package org.recsys4j.models.knn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NearestItemsTest {
  @Property(tries = 200)
  void keepsTheLargest(
      @ForAll @IntRange(min = 1, max = 20) int k,
      @ForAll @IntRange(min = 0, max = 60) int offered,
      @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    NearestItems nearest = new NearestItems(k);
    nearest.clear(random.nextInt(Integer.MAX_VALUE));
    double[] similarities = new double[offered];
    for (int item = 0; item < offered; item++) {
      float similarity = (1 + random.nextInt(9)) / 10f;
      similarities[item] = similarity;
      if (similarity >= nearest.threshold()) {
        nearest.offer(item, similarity);
      }
    }
    int size = Math.min(k, offered);
    assertThat(nearest.size()).isEqualTo(size);
    int[] items = new int[size];
    float[] kept = new float[size];
    nearest.drain(items, kept, 0);
    double[] sorted = similarities.clone();
    Arrays.sort(sorted);
    for (int place = 0; place < size; place++) {
      assertThat((double) kept[place]).isEqualTo(sorted[offered - 1 - place]);
      assertThat(similarities[items[place]]).isEqualTo(kept[place]);
    }
    assertThat(Arrays.stream(items).distinct().count()).isEqualTo(size);
  }

  /** Of 64 equal items 8 stay; over 400 owners every item stays 50 times on average. */
  @Test
  void noItemWinsEveryTie() {
    int[] wins = new int[64];
    NearestItems nearest = new NearestItems(8);
    SplittableRandom masks = new SplittableRandom(1);
    for (int owner = 0; owner < 400; owner++) {
      nearest.clear(masks.nextInt(Integer.MAX_VALUE));
      for (int item = 0; item < 64; item++) {
        nearest.offer(item, 0.5f);
      }
      int[] items = new int[8];
      nearest.drain(items, new float[8], 0);
      Arrays.stream(items).forEach(item -> wins[item]++);
    }
    assertThat(Arrays.stream(wins).min().orElseThrow()).isGreaterThan(20);
    assertThat(Arrays.stream(wins).max().orElseThrow()).isLessThan(90);
  }
}
