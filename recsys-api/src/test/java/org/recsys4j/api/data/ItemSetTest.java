package org.recsys4j.api.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ItemSetTest {
  private static List<Integer> members(ItemSet set) {
    List<Integer> members = new ArrayList<>();
    set.forEach(members::add);
    return members;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 63, 64, 65, 128, 1000})
  void allAndNoneHoldAtTheEdgesOfWords(int universe) {
    ItemSet all = ItemSet.all(universe);
    assertThat(all.size()).isEqualTo(all.universe()).isEqualTo(universe);
    assertThat(members(all)).hasSize(universe);
    ItemSet none = ItemSet.none(universe);
    assertThat(none.size()).isZero();
    assertThat(members(none)).isEmpty();
    assertThat(none.equals(all)).isEqualTo(universe == 0);
    for (int item = 0; item < universe; item++) {
      assertThat(all.contains(item)).isTrue();
      assertThat(none.contains(item)).isFalse();
    }
  }

  @Test
  void repetitionsDoNotMatter() {
    ItemSet set = ItemSet.of(70, 69, 3, 69, 0);
    assertThat(set.size()).isEqualTo(3);
    assertThat(members(set)).containsExactly(0, 3, 69);
    assertThat(set).isEqualTo(ItemSet.of(70, 0, 3, 69)).hasSameHashCodeAs(ItemSet.of(70, 0, 3, 69));
    assertThat(set).isNotEqualTo(ItemSet.of(71, 0, 3, 69)).hasToString("ItemSet of 3 out of 70");
  }

  @Test
  void comesFromHistoriesAndInteractions() {
    assertThat(ItemSet.of(9, UserHistory.of(8, 2, 8))).isEqualTo(ItemSet.of(9, 2, 8));
    Interactions log =
        Interactions.of(
            2, 5, new int[] {0, 1, 1}, new int[] {4, 1, 4}, new float[3], new long[0], 3);
    assertThat(ItemSet.of(log)).isEqualTo(ItemSet.of(5, 1, 4));
    assertThat(ItemSet.of(Interactions.none(2, 5))).isEqualTo(ItemSet.none(5));
  }

  @Test
  void refusesItemsOutOfRange() {
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> ItemSet.of(65, 65));
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> ItemSet.of(65, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> ItemSet.all(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> ItemSet.none(-70));
  }

  @Property
  void behavesLikeASet(@ForAll Set<@IntRange(max = 199) Integer> items) {
    ItemSet set = ItemSet.of(200, items.stream().mapToInt(i -> i).toArray());
    assertThat(set.size()).isEqualTo(items.size());
    assertThat(members(set)).containsExactlyElementsOf(new TreeSet<>(items));
    for (int item = 0; item < 200; item++) {
      assertThat(set.contains(item)).isEqualTo(items.contains(item));
    }
  }
}
