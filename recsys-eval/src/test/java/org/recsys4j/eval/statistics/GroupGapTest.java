package org.recsys4j.eval.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Against SciPy 1.10 (ttest_ind with equal_var false) and statsmodels 0.13 (multipletests). */
class GroupGapTest {
  private static final double[] FIRST = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
  private static final double[] SECOND = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};
  private static final double[] THIRD = {0.5, 0.9, 1.4, 1.0};

  private static Map<String, double[]> groups(double[]... groups) {
    Map<String, double[]> named = new LinkedHashMap<>();
    for (double[] group : groups) {
      named.put("g" + named.size(), group);
    }
    return named;
  }

  @Test
  void welchOfTwoGroups() {
    GroupGap gap = GroupGap.of(groups(FIRST, SECOND), true).orElseThrow();
    assertThat(gap.best()).isEqualTo("g1");
    assertThat(gap.worst()).isEqualTo("g0");
    assertThat(gap.difference()).isCloseTo(1.58, within(1e-12));
    assertThat(gap.test().statistic()).isCloseTo(1.8608134674868526, within(1e-12));
    assertThat(gap.test().p()).isCloseTo(0.07939414018735823, within(1e-12));
    assertThat(gap.test().holm()).isEqualTo(gap.test().p());
  }

  @Test
  void theTwoAreChosenOutOfThree() {
    GroupGap gap = GroupGap.of(groups(FIRST, SECOND, THIRD), true).orElseThrow();
    assertThat(gap.best() + gap.worst()).isEqualTo("g1g0");
    assertThat(gap.test().holm()).isCloseTo(0.1857352, within(1e-7));
    assertThat(gap.test().benjaminiHochberg()).isCloseTo(0.11909121, within(1e-8));
  }

  @Test
  void lowerMayBeBetter() {
    GroupGap gap = GroupGap.of(groups(FIRST, SECOND), false).orElseThrow();
    assertThat(gap.best()).isEqualTo("g0");
    assertThat(gap.difference()).isCloseTo(-1.58, within(1e-12));
    assertThat(gap.test().statistic()).isCloseTo(-1.8608134674868526, within(1e-12));
  }

  @Test
  void tooFewUsersOrNoSpread() {
    assertThat(GroupGap.of(groups(FIRST, new double[0]), true)).isEmpty();
    assertThat(GroupGap.of(groups(), true)).isEmpty();
    GroupGap one = GroupGap.of(groups(FIRST, new double[] {9}), true).orElseThrow();
    assertThat(one.best()).isEqualTo("g1");
    assertThat(one.test().p()).isNaN();
    GroupGap equal =
        GroupGap.of(groups(new double[] {1, 1}, new double[] {1, 1}), true).orElseThrow();
    assertThat(equal.best()).isNotEqualTo(equal.worst());
    assertThat(equal.difference()).isZero();
  }
}
