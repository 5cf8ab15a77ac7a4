package org.recsys4j.eval.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.recsys4j.api.concurrent.Workers;

/** Published examples, closed forms, and what must hold for any numbers. */
class PairedComparisonTest {
  private static final Workers WORKERS = new Workers(1);
  private static final Resampling HOW = new Resampling(10_000, 42, 0.95, WORKERS);
  private static final Resampling QUICK = new Resampling(1_000, 7, 0.95, WORKERS);

  /** Hours of sleep gained by ten patients under two drugs: "Student", Biometrika 6, 1908. */
  private static final double[] FIRST_DRUG = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};

  private static final double[] SECOND_DRUG = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

  /**
   * Darwin's maize: cross-fertilised minus self-fertilised plants, in eighths of an inch (R. A.
   * Fisher, "The Design of Experiments", 1935, chapter 3).
   */
  private static final double[] MAIZE = {
    49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48
  };

  @AfterAll
  static void end() {
    WORKERS.close();
  }

  private static double[] zeros(double[] like) {
    return new double[like.length];
  }

  /** t = -4.0621, 9 degrees of freedom, p = 0.002833, as R prints for its data set "sleep". */
  @Test
  void studentOnHisOwnData() {
    PairedComparison sleep = PairedComparison.of(FIRST_DRUG, SECOND_DRUG, HOW);
    assertThat(sleep.difference()).isCloseTo(-1.58, within(1e-12));
    assertThat(sleep.student().statistic()).isCloseTo(-4.062127683382037, within(1e-12));
    assertThat(sleep.student().p()).isCloseTo(0.002832890197384273, within(1e-12));
    assertThat(sleep.cohenDz()).isCloseTo(-1.2845575625910546, within(1e-12));
    assertThat(sleep.users()).isEqualTo(10);
    assertThat(sleep.larger()).isZero();
    assertThat(sleep.equal()).isEqualTo(1);
    assertThat(sleep.smaller()).isEqualTo(9);
    assertThat(sleep.superiority()).isEqualTo(0.05);
  }

  /**
   * Of the 2^15 signs, 1726 have a sum of 314 or more on either side (Fisher counts 863 on one).
   */
  @Test
  void randomisationOfDarwinsMaize() {
    PairedComparison maize = PairedComparison.of(MAIZE, zeros(MAIZE), HOW);
    assertThat(maize.randomisation().p()).isCloseTo(1726 / 32768.0, within(0.006));
    assertThat(maize.student().statistic()).isCloseTo(2.148, within(5e-4));
    assertThat(maize.student().p()).isCloseTo(0.0497, within(5e-5));
    assertThat(maize.randomisation().statistic()).isCloseTo(314 / 15.0, within(1e-12));
  }

  /** Every draw is as likely as its mirror image: all signs, so p is exact in the limit. */
  @Test
  void randomisationOfFewUsersCannotBeSmall() {
    double[] ahead = {1, 2, 3};
    PairedComparison three = PairedComparison.of(ahead, zeros(ahead), HOW);
    assertThat(three.randomisation().p()).isCloseTo(2 / 8.0, within(0.015));
    assertThat(three.superiority()).isEqualTo(1);
  }

  /** Exact for the maize (W- = 24, p = 0.04126, as in R); normal, corrected for ties, else. */
  @Test
  void wilcoxonWithAndWithoutTies() {
    TestResult exact = PairedComparison.of(MAIZE, zeros(MAIZE), HOW).wilcoxon();
    assertThat(exact.statistic()).isEqualTo(120 - 24.0);
    assertThat(exact.p()).isCloseTo(0.041259765625, within(1e-12));
    double[] tied = {0, 0, 1, 2, -3, 4, 4, -1, 5, 0, 6, 7};
    TestResult normal = PairedComparison.of(tied, zeros(tied), HOW).wilcoxon();
    assertThat(normal.statistic()).isEqualTo(45 - 5.5);
    assertThat(normal.p())
        .as("scipy, zero_method wilcox")
        .isCloseTo(0.0436403566858, within(1e-10));
  }

  /** SciPy 1.17, stats.bootstrap of method BCa: ends of three seeds, 400,000 resamples each. */
  @Test
  void intervalIsThatOfAnotherProgram() {
    double[] values = {
      0, 0, 0, 0, 0, 0, 1, 0, 0, .5, 0, .25, 0, 0, 0, 1, 0, 0, 0, .3333, .1, .7, .9, .05, 0, 0, .31,
      .62, .17, .44
    };
    MeanEstimate estimate = MeanEstimate.of(values, new Resampling(200_000, 3, 0.95, WORKERS));
    assertThat(estimate.mean()).isCloseTo(0.21244333333333332, within(1e-12));
    assertThat(estimate.interval().low()).isCloseTo(0.11629, within(0.001));
    assertThat(estimate.interval().high()).isCloseTo(0.35159, within(0.0015));
  }

  @Test
  void intervalOfManyIsThatOfStudent() {
    SplittableRandom random = new SplittableRandom(5);
    double[] values = random.doubles(2_000).toArray();
    MeanEstimate estimate = MeanEstimate.of(values, HOW);
    double half = 1.96 * estimate.deviation() / Math.sqrt(2_000);
    assertThat(estimate.interval().low()).isCloseTo(estimate.mean() - half, within(half / 20));
    assertThat(estimate.interval().high()).isCloseTo(estimate.mean() + half, within(half / 20));
  }

  @Test
  void noDifferenceAtAll() {
    PairedComparison same = PairedComparison.of(FIRST_DRUG, FIRST_DRUG.clone(), HOW);
    assertThat(same.student().p()).isEqualTo(1);
    assertThat(same.wilcoxon().p()).isEqualTo(1);
    assertThat(same.randomisation().p()).isEqualTo(1);
    assertThat(same.interval()).isEqualTo(new Interval(0.95, 0, 0));
    assertThat(same.cohenDz()).isZero();
    assertThat(same.superiority()).isEqualTo(0.5);
    assertThat(same.detectable()).isZero();
  }

  @Test
  void theSameDifferenceForAll() {
    double[] two = {2, 2, 2, 2};
    PairedComparison all = PairedComparison.of(two, zeros(two), HOW);
    assertThat(all.student().p()).isZero();
    assertThat(all.student().statistic()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(all.cohenDz()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(all.interval()).isEqualTo(new Interval(0.95, 2, 2));
    assertThat(all.randomisation().p()).isCloseTo(2 / 16.0, within(0.015));
  }

  @Test
  void oneUserSaysNothing() {
    PairedComparison one = PairedComparison.of(new double[] {1}, new double[] {0}, HOW);
    assertThat(one.difference()).isEqualTo(1);
    assertThat(one.student().p()).isNaN();
    assertThat(one.wilcoxon().p()).isEqualTo(1);
    assertThat(one.randomisation().p()).isEqualTo(1);
    assertThat(one.interval().known()).isFalse();
    assertThat(one.detectable()).isNaN();
    assertThat(MeanEstimate.of(new double[] {1}, HOW).interval().known()).isFalse();
  }

  @Test
  void nobodySaysNothing() {
    PairedComparison none = PairedComparison.of(new double[0], new double[0], HOW);
    assertThat(none.users()).isZero();
    assertThat(none.difference()).isNaN();
    assertThat(none.randomisation().p()).isNaN();
    assertThat(none.wilcoxon().p()).isNaN();
    assertThat(none.student().p()).isNaN();
  }

  @Test
  void usersWithoutANumberAreLeftOut() {
    double nan = Double.NaN;
    double[] first = {0.7, nan, -1.6, 5, -0.2};
    double[] second = {1.9, 3, 0.8, nan, 1.1};
    PairedComparison some = PairedComparison.of(first, second, HOW);
    assertThat(some)
        .isEqualTo(
            PairedComparison.of(new double[] {0.7, -1.6, -0.2}, new double[] {1.9, 0.8, 1.1}, HOW));
    assertThat(some.users()).isEqualTo(3);
    assertThat(MeanEstimate.of(first, HOW).users()).isEqualTo(4);
  }

  @Test
  void refusesWhatCannotBePaired() {
    assertThatThrownBy(() -> PairedComparison.of(new double[2], new double[3], HOW))
        .hasMessage("2 numbers cannot be paired with 3");
    assertThatThrownBy(() -> new Resampling(10, 1, 0.95, WORKERS))
        .hasMessage("draws is 10, not in 1000 to 1000000");
    assertThatThrownBy(() -> new Resampling(1_000, 1, 1, WORKERS)).hasMessageContaining("level");
  }

  /** The exact value of the noncentral t distribution for n = 10, 30, 100, and sd 1. */
  @Test
  void detectableDifferences() {
    assertThat(Power.detectable(1, 10)).isCloseTo(0.99600, within(0.005));
    assertThat(Power.detectable(1, 30)).isCloseTo(0.52924, within(0.001));
    assertThat(Power.detectable(2, 100)).isCloseTo(2 * 0.28291, within(0.0005));
  }

  @Test
  void sameBitsForAnyNumberOfThreadsAndAnyCompany() {
    double[][] columns = columns(11, 997, 6);
    PairedComparison one = PairedComparison.of(columns[1], columns[4], HOW);
    try (Workers three = new Workers(3)) {
      Resampling how = new Resampling(10_000, 42, 0.95, three);
      assertThat(PairedComparison.of(columns[1], columns[4], how)).isEqualTo(one);
      assertThat(Sample.of(how, columns).compare(1, 4)).isEqualTo(one);
    }
    Resampling other = new Resampling(10_000, 43, 0.95, WORKERS);
    assertThat(PairedComparison.of(columns[1], columns[4], other).interval())
        .isNotEqualTo(one.interval());
  }

  private static double[][] columns(long seed, int rows, int columns) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] values = new double[columns][rows];
    for (double[] column : values) {
      // Half of the users have 0, as those whose items were not found.
      Arrays.setAll(column, i -> Math.max(0, Math.rint(8 * random.nextDouble() - 4) / 4));
    }
    return values;
  }

  @Property(tries = 60)
  void swappingMirrors(@ForAll long seed, @ForAll @IntRange(min = 2, max = 90) int users) {
    double[][] columns = columns(seed, users, 2);
    PairedComparison one = PairedComparison.of(columns[0], columns[1], QUICK);
    PairedComparison two = PairedComparison.of(columns[1], columns[0], QUICK);
    assertThat(two.difference()).isEqualTo(-one.difference());
    assertThat(two.student().p()).isEqualTo(one.student().p());
    assertThat(two.wilcoxon().p()).isCloseTo(one.wilcoxon().p(), within(1e-9));
    assertThat(two.randomisation().p()).isEqualTo(one.randomisation().p());
    assertThat(two.superiority()).isCloseTo(1 - one.superiority(), within(1e-12));
    assertThat(two.larger()).isEqualTo(one.smaller());
    assertThat(two.interval().low()).isCloseTo(-one.interval().high(), within(1e-9));
    assertThat(two.interval().high()).isCloseTo(-one.interval().low(), within(1e-9));
    for (TestResult test : new TestResult[] {one.student(), one.wilcoxon(), one.randomisation()}) {
      assertThat(test.p()).isBetween(0.0, 1.0);
    }
    assertThat(one.randomisation().p()).isGreaterThanOrEqualTo(1 / 1001.0);
    assertThat(one.interval().low()).isLessThanOrEqualTo(one.interval().high());
  }

  /** A larger gap has smaller p values, and an interval that is moved. */
  @Property(tries = 30)
  void largerGapsAreMoreSignificant(@ForAll long seed) {
    double[] base = columns(seed, 60, 1)[0];
    double[] noise = columns(seed + 1, 60, 1)[0];
    double mean = Arrays.stream(noise).average().orElseThrow();
    double[] near = new double[60];
    double[] far = new double[60];
    Arrays.setAll(near, i -> base[i] + noise[i] - mean + 0.05);
    Arrays.setAll(far, i -> base[i] + noise[i] - mean + 0.5);
    PairedComparison small = PairedComparison.of(near, base, QUICK);
    PairedComparison large = PairedComparison.of(far, base, QUICK);
    assertThat(large.student().p()).isLessThanOrEqualTo(small.student().p());
    assertThat(large.randomisation().p()).isLessThanOrEqualTo(small.randomisation().p());
    assertThat(large.interval().low() - small.interval().low()).isCloseTo(0.45, within(1e-9));
  }
}
