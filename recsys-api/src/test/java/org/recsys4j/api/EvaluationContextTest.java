package org.recsys4j.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.recsys4j.api.contract.SmallData;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.ItemSet;

class EvaluationContextTest {
  /** User 0 had item 1 twice and item 2, user 2 item 1. */
  private static final Interactions TRAINING =
      SmallData.of(3, 4, new int[] {0, 1}, new int[] {0, 2}, new int[] {0, 1}, new int[] {2, 1});

  private static final Interactions TEST = SmallData.of(3, 4, new int[] {0, 3});

  private static EvaluationContext with(MetricNeed... needs) {
    return new EvaluationContext(
        1,
        ItemSet.all(4),
        new EvaluationContext.Evidence(
            Set.of(needs),
            SmallData.trainingData(TRAINING).catalogue(),
            TRAINING,
            TEST,
            TEST,
            (visitor, user) -> visitor.accept(user + 1)));
  }

  @Test
  void popularityCountsUsersOnce() {
    EvaluationContext context = with(MetricNeed.POPULARITY);
    assertThat(context.popularity(0)).isZero();
    assertThat(context.popularity(1)).isEqualTo(2);
    assertThat(context.popularity(2)).isEqualTo(1);
    assertThat(context.trainingUsers()).isEqualTo(2);
  }

  @Test
  void givesWhatWasAskedFor() {
    assertThat(with(MetricNeed.TRAINING).training()).isSameAs(TRAINING);
    assertThat(with(MetricNeed.HISTORIES).histories()).isSameAs(TEST);
    assertThat(with(MetricNeed.HELD_OUT).heldOut()).isSameAs(TEST);
    assertThat(with(MetricNeed.ITEM_ATTRIBUTES).catalogue().items().size()).isEqualTo(4);
    assertThat(with(MetricNeed.USER_ATTRIBUTES).catalogue().users().size()).isEqualTo(3);
    List<Integer> excluded = new ArrayList<>();
    with(MetricNeed.EXCLUSIONS).forEachExcluded(2, excluded::add);
    assertThat(excluded).containsExactly(3);
  }

  @Test
  void refusesWhatWasNotAskedFor() {
    EvaluationContext bare = new EvaluationContext(5, ItemSet.all(2));
    assertThat(bare.users()).isEqualTo(5);
    assertThat(bare.candidates().size()).isEqualTo(2);
    assertThatIllegalStateException()
        .isThrownBy(() -> bare.popularity(0))
        .withMessage("the metric has not declared that it needs POPULARITY");
    assertThatIllegalStateException().isThrownBy(bare::trainingUsers);
    assertThatIllegalStateException().isThrownBy(bare::training);
    assertThatIllegalStateException().isThrownBy(bare::histories);
    assertThatIllegalStateException().isThrownBy(bare::heldOut);
    assertThatIllegalStateException().isThrownBy(bare::catalogue);
    assertThatIllegalStateException().isThrownBy(() -> bare.forEachExcluded(0, item -> {}));
  }

  private record Doubled(int number, AtomicInteger calls)
      implements Function<EvaluationContext, Integer> {
    @Override
    public Integer apply(EvaluationContext context) {
      calls.incrementAndGet();
      return number == 0 ? 0 : 2 + context.derived(new Doubled(number - 1, calls));
    }
  }

  /** Recipes may use others, and equal ones are followed once. */
  @Test
  void derivesOnce() {
    EvaluationContext context = with();
    AtomicInteger calls = new AtomicInteger();
    assertThat(context.derived(new Doubled(3, calls))).isEqualTo(6);
    assertThat(context.derived(new Doubled(3, calls))).isEqualTo(6);
    assertThat(context.derived(new Doubled(2, calls))).isEqualTo(4);
    assertThat(calls).hasValue(4);
  }
}
