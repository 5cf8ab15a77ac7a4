package org.recsys4j.api.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.recsys4j.api.ScoreBlock;

class TopSelectorTest {
  private static final float NONE = Float.NEGATIVE_INFINITY;

  /**
   * Few different scores, so that most are tied; both zeros, both ends of the range, and no
   * candidate.
   */
  @Provide
  Arbitrary<float[]> tied() {
    return Arbitraries.of(
            -Float.MAX_VALUE, -2f, -0f, 0f, Float.MIN_VALUE, 1f, 1.5f, Float.MAX_VALUE, NONE)
        .array(float[].class)
        .ofMinSize(0)
        .ofMaxSize(400);
  }

  /** Many different scores, long enough to be folded for small n. */
  @Provide
  Arbitrary<float[]> spread() {
    return Arbitraries.floats()
        .between(-100, 100)
        .edgeCases(config -> config.none())
        .array(float[].class)
        .ofMinSize(0)
        .ofMaxSize(700);
  }

  @Property(tries = 500)
  void selectsWhatSortingWouldAmongTiedScores(
      @ForAll("tied") float[] scores,
      @ForAll @IntRange(min = 1, max = 30) int n,
      @ForAll long seed,
      @ForAll @IntRange(min = -1, max = 5) int user) {
    assertEqualsSorting(scores, n, seed, user);
  }

  @Property(tries = 300)
  void selectsWhatSortingWouldAmongDifferentScores(
      @ForAll("spread") float[] scores,
      @ForAll @IntRange(min = 1, max = 12) int n,
      @ForAll long seed) {
    assertEqualsSorting(scores, n, seed, 3);
  }

  private static void assertEqualsSorting(float[] scores, int n, long seed, int user) {
    TieOrder order = TieOrder.of(seed, user);
    List<Integer> sorted =
        IntStream.range(0, scores.length)
            .filter(item -> scores[item] != NONE)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingDouble(item -> -(scores[item] + 0.0))
                    .thenComparing(order::key, Integer::compareUnsigned))
            .toList();
    int size = Math.min(n, sorted.size());
    float last = size == 0 ? NONE : scores[sorted.get(size - 1)];
    long tied = sorted.stream().filter(item -> scores[item] == last).count();

    TopSelector selector = new TopSelector(n, seed);
    selector.select(blockOf(new float[scores.length], scores), 1, user);

    assertThat(selector.size()).isEqualTo(size);
    assertThat(selector.tiedAtEnd()).isEqualTo((int) tied);
    for (int place = 0; place < size; place++) {
      assertThat(selector.item(place)).isEqualTo(sorted.get(place));
      assertThat(selector.score(place) == scores[sorted.get(place)]).isTrue();
    }
    assertThat(selector.toRankedItems().items())
        .containsExactly(sorted.stream().limit(n).mapToInt(item -> item).toArray());
  }

  private static ScoreBlock blockOf(float[]... rows) {
    ScoreBlock block = new ScoreBlock(rows.length, rows[0].length);
    for (int row = 0; row < rows.length; row++) {
      System.arraycopy(rows[row], 0, block.scores(), block.offset(row), rows[row].length);
    }
    return block;
  }

  @Property
  void findsItemsBackFromTheirKeys(@ForAll long seed, @ForAll int user, @ForAll int item) {
    TieOrder order = TieOrder.of(seed, user);
    assertThat(order.item(order.key(item))).isEqualTo(item);
  }

  @Test
  void forgetsTheRowBefore() {
    TopSelector selector = new TopSelector(2, 1);
    float[] ascending = new float[5000];
    for (int item = 0; item < ascending.length; item++) {
      ascending[item] = item;
    }
    selector.select(blockOf(ascending), 0, 0);
    assertThat(selector.toRankedItems().items()).containsExactly(4999, 4998);
    selector.select(blockOf(new float[] {NONE, -7f, NONE}), 0, 0);
    assertThat(selector.toRankedItems().items()).containsExactly(1);
    assertThat(selector.tiedAtEnd()).isEqualTo(1);
    selector.select(blockOf(new float[] {NONE}), 0, 0);
    assertThat(selector.size()).isZero();
    assertThat(selector.tiedAtEnd()).isZero();
    selector.select(blockOf(new float[0]), 0, 0);
    assertThat(selector.size()).isZero();
  }

  @Test
  void tiesTheTwoZeros() {
    float[] zeros = new float[1000];
    for (int item = 0; item < zeros.length; item += 2) {
      zeros[item] = -0f;
    }
    TopSelector selector = new TopSelector(10, 1);
    selector.select(blockOf(zeros), 0, 0);
    assertThat(selector.tiedAtEnd()).isEqualTo(1000);
    assertThat(Arrays.stream(selector.toRankedItems().items()).map(item -> item % 2))
        .contains(0, 1);
  }

  /** Chi-squared over 63 degrees of freedom is above 120 with a probability of 2e-5. */
  @Test
  void spreadsEqualScoresEvenlyOverUsers() {
    int items = 64;
    int n = 8;
    int users = 20_000;
    TopSelector selector = new TopSelector(n, 99);
    ScoreBlock block = new ScoreBlock(1, items);
    int[][] atPlace = new int[n][items];
    int[] selected = new int[items];
    for (int user = 0; user < users; user++) {
      selector.select(block, 0, user);
      for (int place = 0; place < n; place++) {
        atPlace[place][selector.item(place)]++;
        selected[selector.item(place)]++;
      }
    }
    for (int[] counts : atPlace) {
      assertThat(chiSquared(counts)).isBetween(25.0, 120.0);
    }
    // Places of one user exclude one another, which lowers the variance by (items - n)/(items - 1).
    assertThat(chiSquared(selected) * (items - 1) / (items - n)).isBetween(25.0, 120.0);
  }

  private static double chiSquared(int[] counts) {
    double expected = Arrays.stream(counts).average().orElseThrow();
    return Arrays.stream(counts).mapToDouble(it -> (it - expected) * (it - expected)).sum()
        / expected;
  }

  @Test
  void ordersEqualScoresAnewForEachUserAndSeed() {
    ScoreBlock block = new ScoreBlock(1, 1000);
    TopSelector one = new TopSelector(10, 1);
    TopSelector other = new TopSelector(10, 2);
    one.select(block, 0, 0);
    int[] first = one.toRankedItems().items();
    one.select(block, 0, 1);
    other.select(block, 0, 0);
    assertThat(one.toRankedItems().items()).isNotEqualTo(first);
    assertThat(other.toRankedItems().items()).isNotEqualTo(first);
    one.select(block, 0, 0);
    assertThat(one.toRankedItems().items()).isEqualTo(first);
  }

  @Test
  void selectsFromLongRowsInAnyOrderOfScores() {
    int items = 20_000;
    SplittableRandom random = new SplittableRandom(5);
    float[] rising = new float[items];
    float[] falling = new float[items];
    float[] integers = new float[items];
    for (int item = 0; item < items; item++) {
      rising[item] = item;
      falling[item] = -item;
      integers[item] = random.nextInt(50);
    }
    for (int n : new int[] {1, 10, 100, 1000, items, items + 1}) {
      assertEqualsSorting(rising, n, n, 0);
      assertEqualsSorting(falling, n, n, 1);
      assertEqualsSorting(integers, n, n, 2);
    }
  }

  @Test
  void refusesToSelectNothing() {
    assertThatThrownBy(() -> new TopSelector(0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("n is 0, not in 1 to 536870912");
  }
}
