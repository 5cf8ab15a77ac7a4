package org.recsys4j.eval.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Analyses of variance that are published. */
class ReplicationsTest {
  /**
   * Yields of dyestuff from six batches, five samples each: O. L. Davies, P. L. Goldsmith,
   * "Statistical Methods in Research and Production", 4th edition, 1972, section 6.4.
   */
  private static final double[][] DYESTUFF = {
    {1545, 1440, 1440, 1520, 1580},
    {1540, 1555, 1490, 1560, 1495},
    {1595, 1550, 1605, 1510, 1560},
    {1445, 1440, 1595, 1465, 1545},
    {1595, 1630, 1515, 1635, 1625},
    {1520, 1455, 1450, 1480, 1445}
  };

  /**
   * Yields of penicillin, four treatments on five blends: G. E. P. Box, W. G. Hunter, J. S. Hunter,
   * "Statistics for Experimenters", 1978, table 7.1.
   */
  private static final double[][] PENICILLIN = {
    {89, 84, 81, 87, 79},
    {88, 77, 87, 92, 81},
    {97, 92, 87, 89, 80},
    {94, 79, 85, 84, 88}
  };

  /** Between batches 1764.05, within 2451.25, mean 1527.5 with standard error 19.38. */
  @Test
  void usersWithinReplications() {
    Replications dye = Replications.nested(DYESTUFF, 0.95);
    assertThat(dye.sameUsers()).isFalse();
    assertThat(dye.numbers()).hasSize(6).startsWith(1505.0, 1528.0);
    assertThat(dye.mean()).isCloseTo(1527.5, within(1e-9));
    assertThat(dye.deviation()).isCloseTo(47.47946924724412, within(1e-9));
    Replications.Mixed mixed = dye.mixed();
    assertThat(mixed.betweenReplications()).isCloseTo(1764.05, within(1e-6));
    assertThat(mixed.residual()).isCloseTo(2451.25, within(1e-6));
    assertThat(mixed.betweenUsers()).isNaN();
    assertThat(mixed.standardError()).isCloseTo(19.383412152318968, within(1e-9));
    assertThat(mixed.degreesOfFreedom()).isEqualTo(5);
    assertThat(mixed.interval().high() - 1527.5).isCloseTo(49.82664719140334, within(1e-6));
    assertThat(dye.interval().high())
        .as("balanced")
        .isCloseTo(mixed.interval().high(), within(1e-6));
  }

  /** Sums of squares 70, 264 and 226 with 3, 4 and 12 degrees of freedom. */
  @Test
  void sameUsersInAllReplications() {
    Replications penicillin = Replications.crossed(PENICILLIN, 0.95);
    assertThat(penicillin.mean()).isCloseTo(86, within(1e-12));
    Replications.Mixed mixed = penicillin.mixed();
    double residual = 226 / 12.0;
    assertThat(mixed.residual()).isCloseTo(residual, within(1e-9));
    assertThat(mixed.betweenReplications()).isCloseTo((70 / 3.0 - residual) / 5, within(1e-9));
    assertThat(mixed.betweenUsers()).isCloseTo((66 - residual) / 4, within(1e-9));
    assertThat(mixed.standardError()).isCloseTo(1.8774983355518586, within(1e-9));
    assertThat(mixed.degreesOfFreedom()).isCloseTo(3.8231535014075426, within(1e-9));
    assertThat(mixed.interval().high() - 86).isCloseTo(5.30925725295433, within(1e-6));
  }

  @Test
  void oneReplicationHasNoVarianceOfItsOwn() {
    double[] values = {1, 2, 3, 4};
    for (Replications one :
        new Replications[] {
          Replications.crossed(new double[][] {values}, 0.95),
          Replications.nested(new double[][] {values}, 0.95)
        }) {
      assertThat(one.mean()).isEqualTo(2.5);
      assertThat(one.deviation()).isNaN();
      assertThat(one.interval().known()).isFalse();
      assertThat(one.mixed().betweenReplications()).isNaN();
      assertThat(one.mixed().standardError()).isCloseTo(Math.sqrt(5 / 3.0 / 4), within(1e-12));
      assertThat(one.mixed().degreesOfFreedom()).isEqualTo(3);
    }
  }

  @Test
  void missingNumbersAreLeftOut() {
    double nan = Double.NaN;
    Replications crossed =
        Replications.crossed(new double[][] {{1, nan, 3, 5}, {2, 9, 4, 7}}, 0.95);
    assertThat(crossed)
        .isEqualTo(Replications.crossed(new double[][] {{1, 3, 5}, {2, 4, 7}}, 0.95));
    Replications nested = Replications.nested(new double[][] {{1, nan, 3}, {2, 5, 8}}, 0.95);
    assertThat(nested.mean()).isEqualTo((2 + 5) / 2.0);
  }

  /** Replications that agree for every user add nothing to what users say. */
  @Test
  void equalReplicationsAddNothing() {
    double[] values = {1, 2, 3, 4};
    Replications.Mixed mixed =
        Replications.crossed(new double[][] {values, values, values}, 0.95).mixed();
    assertThat(mixed.betweenReplications()).isZero();
    assertThat(mixed.standardError()).isCloseTo(Math.sqrt(5 / 3.0 / 4), within(1e-12));
    assertThat(mixed.degreesOfFreedom()).isEqualTo(3);
  }

  @Test
  void usersDecideAboutTheMixedSummary() {
    double nan = Double.NaN;
    double[] numbers = {1, 2};
    double[][] same = {{1, nan, 3, 5}, {2, 9, 4, 7}};
    Replications seeds = Replications.of(numbers, same, 0.95);
    assertThat(seeds.sameUsers()).isTrue();
    assertThat(seeds.mixed()).isEqualTo(Replications.crossed(same, 0.95).mixed());
    assertThat(seeds.mean()).as("of the runs").isEqualTo(1.5);
    assertThat(seeds.deviation()).isCloseTo(Math.sqrt(0.5), within(1e-15));
    assertThat(seeds.numbers()).containsExactly(1.0, 2.0);
    double[][] apart = {{1, 2, 3, nan, nan}, {nan, nan, 4, 5, 6}};
    Replications folds = Replications.of(numbers, apart, 0.95);
    assertThat(folds.sameUsers()).isFalse();
    assertThat(folds.mixed()).isEqualTo(Replications.nested(apart, 0.95).mixed());
    Replications lists = Replications.of(numbers, 0.95);
    assertThat(lists.interval()).isEqualTo(folds.interval()).isEqualTo(seeds.interval());
    assertThat(lists.mixed().interval().known()).isFalse();
  }

  @Property(tries = 100)
  void variancesAreNotNegative(
      @ForAll @IntRange(min = 2, max = 5) int replications,
      @ForAll @IntRange(min = 2, max = 12) int users,
      @ForAll long seed) {
    java.util.SplittableRandom random = new java.util.SplittableRandom(seed);
    double[][] values = new double[replications][];
    for (int i = 0; i < replications; i++) {
      values[i] = random.doubles(users).toArray();
    }
    for (Replications.Mixed mixed :
        new Replications.Mixed[] {
          Replications.crossed(values, 0.9).mixed(), Replications.nested(values, 0.9).mixed()
        }) {
      assertThat(mixed.betweenReplications()).isNotNegative();
      assertThat(mixed.residual()).isNotNegative();
      assertThat(mixed.standardError()).isPositive();
      assertThat(mixed.interval().known()).isTrue();
      assertThat(mixed.degreesOfFreedom()).isPositive();
    }
  }
}
