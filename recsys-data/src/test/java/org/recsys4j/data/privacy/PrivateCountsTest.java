package org.recsys4j.data.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recsys4j.api.contract.SmallData;
import org.recsys4j.api.data.Catalogue;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.IdIndex;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.data.privacy.PrivateCounts.Options;

class PrivateCountsTest {
  private static final double ALMOST_NO_NOISE = 1000;

  private static SplittableRandom seeded() {
    return new SplittableRandom(42);
  }

  /** Three users: items 0, 1, 2 (0 twice); 0, 1; 2. */
  private static Interactions events() {
    return SmallData.of(
        3,
        4,
        new int[] {0, 0},
        new int[] {0, 1},
        new int[] {0, 0},
        new int[] {0, 2},
        new int[] {1, 0},
        new int[] {1, 1},
        new int[] {2, 2});
  }

  /**
   * Against the distribution function 1 - exp(-x/b) / 2: the largest distance (Kolmogorov-Smirnov)
   * of 100,000 draws stays below 1.63 / sqrt(n), which chance passes once in a hundred seeds.
   */
  @Test
  void noiseIsLaplace() {
    int n = 100_000;
    double scale = 3;
    SplittableRandom random = seeded();
    double[] draws = new double[n];
    Arrays.setAll(draws, i -> Laplace.sample(scale, random));
    Arrays.sort(draws);
    double distance = 0;
    for (int i = 0; i < n; i++) {
      double x = draws[i] / scale;
      double expected = x < 0 ? Math.exp(x) / 2 : 1 - Math.exp(-x) / 2;
      distance = Math.max(distance, Math.abs(expected - (i + 0.5) / n));
    }
    assertThat(distance).isLessThan(1.63 / Math.sqrt(n));
    double variance = Arrays.stream(draws).map(x -> x * x).average().orElseThrow();
    assertThat(variance).isCloseTo(2 * scale * scale, within(0.5));
  }

  @Test
  void countsAreNeverNegative() {
    SplittableRandom random = seeded();
    long zeros = 0;
    for (int i = 0; i < 10_000; i++) {
      long noisy = Laplace.noisy(0, 5, random);
      assertThat(noisy).isNotNegative();
      zeros += noisy == 0 ? 1 : 0;
    }
    // All of the negative half, and of the positive one what is below 1/2: 1 - exp(-0.1) / 2.
    assertThat(zeros / 10_000.0).isCloseTo(1 - Math.exp(-0.1) / 2, within(0.02));
  }

  @Test
  void withHardlyAnyNoiseCountsAreRight() {
    PrivateCounts counts =
        new PrivateCounts(events(), new Options(ALMOST_NO_NOISE, 3, 0), seeded());
    long[] items = new long[4];
    counts.items((item, users) -> items[item] = users);
    long[][] pairs = new long[4][4];
    counts.pairs((item, other, users) -> pairs[item][other] = users);

    assertThat(items).containsExactly(2, 2, 2, 0);
    assertThat(pairs[0]).containsExactly(0, 2, 1, 0);
    assertThat(pairs[1]).containsExactly(0, 0, 1, 0);
    assertThat(pairs[2]).containsExactly(0, 0, 0, 0);
  }

  @Test
  void boundsWhatAUserContributes() {
    Interactions bounded = PrivateCounts.bound(SmallData.zipf(50, 40, 5_000, 1), 7, seeded());

    for (int user = 0; user < bounded.users(); user++) {
      assertThat(bounded.count(user)).isLessThanOrEqualTo(7);
      assertThat(bounded.distinctItems(user)).hasSize(bounded.count(user));
    }
    assertThat(bounded.count(0)).isEqualTo(7);
    Options options = new Options(1, 7, 0);
    assertThat(options.itemSensitivity()).isEqualTo(7);
    assertThat(options.pairSensitivity()).isEqualTo(21);
  }

  /** A user with items 0 to 9 of whom 3 count: each with probability 3/10. */
  @Test
  void drawsEvenlyFromLongHistories() {
    int[][] pairs = new int[10][];
    Arrays.setAll(pairs, item -> new int[] {0, item});
    Interactions one = SmallData.of(1, 10, pairs);
    int[] drawn = new int[10];
    SplittableRandom random = seeded();
    for (int i = 0; i < 10_000; i++) {
      for (int item : PrivateCounts.bound(one, 3, random).distinctItems(0)) {
        drawn[item]++;
      }
    }
    for (int count : drawn) {
      assertThat(count).isBetween(2_800, 3_200); // 3,000, deviation 46
    }
  }

  /** Noise of scale B / epsilon = 8 around counts of some hundred. */
  @Test
  void noiseHasTheScaleOfTheSensitivity() {
    Interactions events = SmallData.zipf(2_000, 10, 40_000, 3);
    int[] exact = PrivateCounts.bound(events, 9, seeded()).itemCounts();
    double squares = 0;
    int n = 0;
    SplittableRandom random = seeded();
    for (int round = 0; round < 300; round++) {
      // All have at most 9 items with an event, so that nothing is drawn.
      PrivateCounts counts = new PrivateCounts(events, new Options(9 / 8.0, 9, 0), random);
      long[] noisy = new long[10];
      counts.items((item, users) -> noisy[item] = users);
      for (int item = 0; item < 9; item++) {
        double noise = noisy[item] - (double) exact[item];
        squares += noise * noise;
        n++;
      }
    }
    assertThat(squares / n).isCloseTo(2 * 8.0 * 8.0, within(15.0));
  }

  @Test
  void writesCountsAndWhatTheyCost(@TempDir Path folder) throws Exception {
    Dataset data =
        new Dataset(
            new Catalogue(
                IdIndex.of(List.of("ann", "bob", "eve")),
                IdIndex.of(List.of("tea", "mi\tlk", "rum", "ale"))),
            events());
    PrivateRelease.write(data, new Options(ALMOST_NO_NOISE, 3, 1), true, seeded(), folder);

    assertThat(folder.resolve("item-counts.tsv"))
        .hasContent("item\tusers\ntea\t2\nmi\\tlk\t2\nrum\t2\n");
    assertThat(folder.resolve("pair-counts.tsv"))
        .hasContent("item\tother\tusers\ntea\tmi\\tlk\t2\ntea\trum\t1\nmi\\tlk\trum\t1\n");
    assertThat(folder.resolve("manifest.json"))
        .content()
        .contains("\"epsilon\": 2000.0", "\"items\": {\"epsilon\": 1000.0, \"sensitivity\": 3}")
        .contains("\"items-per-user\": 3", "\"unit\": \"user\"")
        .doesNotContain("ann");

    PrivateRelease.write(data, new Options(0.5, 3, 1), false, seeded(), folder);
    assertThat(folder.resolve("pair-counts.tsv")).doesNotExist();
    assertThat(Files.readString(folder.resolve("manifest.json")))
        .contains("\"epsilon\": 0.5,", "\"pairs\": null");
  }
}
