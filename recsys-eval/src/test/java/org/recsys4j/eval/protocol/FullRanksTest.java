package org.recsys4j.eval.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FullRanksTest {
  private final FullRanks ranks = new FullRanks();

  private void check(float[] scores, int offset, int universe, int... items) {
    int[] places = new int[items.length];
    int[] tied = new int[items.length];
    ranks.locate(scores, offset, universe, items, places, tied);
    for (int i = 0; i < items.length; i++) {
      float own = scores[offset + items[i]];
      IntStream all = IntStream.range(offset, offset + universe);
      assertThat(places[i]).isEqualTo((int) all.filter(at -> scores[at] > own).count());
      IntStream again = IntStream.range(offset, offset + universe);
      assertThat(tied[i]).isEqualTo((int) again.filter(at -> scores[at] == own).count());
    }
  }

  /** Whatever was located before: the memory is reused. */
  @Property(tries = 300)
  void countsWhatIsLargerAndWhatIsEqual(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 70) int universe,
      @ForAll @IntRange(min = 1, max = 20) int different) {
    for (int times = 0; times < 3; times++) {
      SplittableRandom random = new SplittableRandom(seed + times);
      float[] scores = new float[universe + 5];
      for (int i = 0; i < scores.length; i++) {
        scores[i] =
            random.nextInt(6) == 0
                ? Float.NEGATIVE_INFINITY
                : (random.nextInt(different) - different / 2) * 0.5f;
      }
      int[] items =
          IntStream.range(0, universe)
              .filter(item -> Float.isFinite(scores[3 + item]) && random.nextBoolean())
              .toArray();
      check(scores, 3, universe, items);
    }
  }

  /** Rows of several stripes, scores of either sign and any size, few items and many. */
  @Test
  void countsLongRows() {
    SplittableRandom random = new SplittableRandom(5);
    float[] scores = new float[5000];
    for (int i = 0; i < scores.length; i++) {
      int drawn = random.nextInt(-1000, 1000);
      scores[i] = drawn * (float) Math.pow(10, drawn % 30);
    }
    for (int count : new int[] {1, 8, 300}) {
      check(scores, 7, 4990, random.ints(count, 0, 4990).distinct().toArray());
    }
    check(scores, 0, 2000, 5, 1999);
  }

  @Test
  void zerosOfEitherSignAreEqualAndExtremesAreNumbers() {
    float least = -Float.MAX_VALUE;
    float[] scores = {0f, -0f, least, Float.MAX_VALUE, Float.MIN_VALUE, least};
    check(scores, 0, 6, 0, 1, 2, 3, 4, 5);
    check(scores, 0, 6, 1);
    check(scores, 0, 6, 3);
    check(scores, 0, 6);
  }
}
