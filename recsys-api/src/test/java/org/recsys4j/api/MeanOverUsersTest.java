package org.recsys4j.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.recsys4j.api.contract.Rankings;
import org.recsys4j.api.data.ItemSet;

class MeanOverUsersTest {
  private static final EvaluationContext CONTEXT = new EvaluationContext(9, ItemSet.all(5));

  private final Metric lengths = Metric.perUser("Length@3", 3, false, UserRanking::size);

  private Accumulator over(int... sizes) {
    Accumulator accumulator = lengths.start(CONTEXT);
    for (int size : sizes) {
      assertThat(accumulator.add(Rankings.uniform(1, size, false))).isEqualTo(size);
    }
    return accumulator;
  }

  @Test
  void isTheMeanOfTheUsersNumbers() {
    assertThat(over(1, 2, 4, 1).result()).isEqualTo(2);
    assertThat(over().result()).isNaN();
    assertThat(lengths.label()).isEqualTo("Length@3");
    assertThat(lengths.depth()).isEqualTo(3);
    assertThat(lengths.higherIsBetter()).isFalse();
  }

  @Test
  void mergeWeighsByUsers() {
    Accumulator first = over(4);
    first.merge(over(1, 1, 2));
    first.merge(over());
    assertThat(first.result()).isEqualTo(2);
    Accumulator empty = over();
    empty.merge(over(3));
    assertThat(empty.result()).isEqualTo(3);
  }

  /** Users 1 and 2 have a number, users 0 and 3 none. */
  @Test
  void leavesOutUsersWithoutANumber() {
    Metric metric =
        Metric.perUser(
            "L",
            1,
            true,
            Set.of(MetricNeed.SCORES),
            context -> ranking -> ranking.size() == 0 ? Double.NaN : ranking.size());
    assertThat(metric.needs()).containsExactly(MetricNeed.SCORES);
    assertThat(lengths.needs()).isEmpty();
    Accumulator accumulator = metric.start(CONTEXT);
    assertThat(accumulator.add(Rankings.uniform(1, 0, false))).isNaN();
    assertThat(accumulator.result()).isNaN();
    accumulator.add(Rankings.uniform(1, 2, false));
    accumulator.add(Rankings.uniform(1, 5, false));
    accumulator.add(Rankings.uniform(1, 0, false));
    assertThat(accumulator.result()).isEqualTo(3.5);
  }

  @Test
  void refusesADepthOfZero() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Metric.perUser("nDCG@0", 0, true, ranking -> 0))
        .withMessage("depth of nDCG@0 is 0, at least 1");
  }
}
