package org.recsys4j.models.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BatchOrderTest {
  private static final long SEED = 3;

  /** Examples of these steps, which nobody writes. */
  private record Lengths(List<Integer> of) implements Examples {
    @Override
    public int count() {
      return of.size();
    }

    @Override
    public int[] inputWidths() {
      return new int[] {9};
    }

    @Override
    public int labelWidth() {
      return 9;
    }

    @Override
    public int steps(long seed, int position) {
      return of.get(position);
    }

    @Override
    public void write(long seed, int position, ExampleBatch batch, int row) {
      throw new UnsupportedOperationException();
    }
  }

  private static BatchOrder dealt(Examples examples, int from, int to, int capacity, int parts) {
    BatchOrder order = new BatchOrder(examples, capacity, parts);
    order.deal(new BatchRange(SEED, from, to));
    return order;
  }

  private static int[] part(BatchOrder order, int part) {
    return IntStream.range(0, order.size(part)).map(row -> order.position(part, row)).toArray();
  }

  @Test
  void longestAndShortestTakeTurns() {
    BatchOrder order =
        dealt(new Lengths(List.of(9, 9, 1, 5, 2, 7, 4, 6, 3, 8)), 2, 9, 2, 4); // 1 5 2 7 4 6 3
    assertThat(order.parts()).isEqualTo(4);
    assertThat(part(order, 0)).containsExactly(7, 5);
    assertThat(part(order, 1)).containsExactly(2, 4);
    assertThat(part(order, 2)).containsExactly(6, 3);
    assertThat(part(order, 3)).containsExactly(8);
    assertThat(IntStream.range(0, 4).map(order::steps)).containsExactly(7, 2, 5, 3);
  }

  @Test
  void examplesOfOneSizeKeepTheirOrder() {
    BatchOrder order = dealt(new Lengths(List.of(0, 0, 0, 0, 0, 0)), 1, 6, 3, 2);
    assertThat(order.parts()).isEqualTo(2);
    assertThat(part(order, 0)).containsExactly(1, 2, 3);
    assertThat(part(order, 1)).containsExactly(4, 5);
    assertThat(order.steps(0)).isZero();
  }

  @Property
  void everyExampleIsInOnePartThatHasRoomForIt(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 1, max = 9) Integer> lengths,
      @ForAll @IntRange(min = 1, max = 8) int parts) {
    int capacity = (lengths.size() + parts - 1) / parts;
    BatchOrder order = dealt(new Lengths(lengths), 0, lengths.size(), capacity, parts);
    int[] seen = new int[lengths.size()];
    for (int part = 0; part < order.parts(); part++) {
      int longest = 0;
      for (int position : part(order, part)) {
        seen[position]++;
        longest = Math.max(longest, lengths.get(position));
      }
      assertThat(order.steps(part)).isEqualTo(longest);
    }
    assertThat(Arrays.stream(seen)).containsOnly(1);
  }
}
