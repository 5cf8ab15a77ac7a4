package org.recsys4j.api;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is relevant to one user, item by item: where it stands, what it is worth, what the model
 * says of it. For metrics that {@link MetricNeed need} it. Immutable.
 */
public final class RelevantItems {
  private final int[] items;
  private final int[] places;
  private final int[] tied;
  private final float @Nullable [] values;
  private final float @Nullable [] scores;

  /**
   * Relevant items. The arrays are taken over, not copied.
   *
   * @param items item indices, each once
   * @param places the first place of each item's group of equal scores, from 0; {@link
   *     Integer#MAX_VALUE} where the item stands behind the groups of the list and its place is not
   *     known
   * @param tied the size of that group
   * @param values the value of the newest held-out event of each item; null where nobody asked
   * @param scores the model's scores as they are, whatever the protocol does with cold items; null
   *     where nobody asked
   * @throws IllegalArgumentException if lengths differ
   */
  public RelevantItems(
      int[] items, int[] places, int[] tied, float @Nullable [] values, float @Nullable [] scores) {
    boolean fit = places.length == items.length && tied.length == items.length;
    if (!fit
        || (values != null && values.length != items.length)
        || (scores != null && scores.length != items.length)) {
      throw new IllegalArgumentException("columns of relevant items differ in length");
    }
    this.items = items;
    this.places = places;
    this.tied = tied;
    this.values = values;
    this.scores = scores;
  }

  /**
   * How many items are relevant to the user.
   *
   * @return at least 1
   */
  public int size() {
    return items.length;
  }

  /**
   * A relevant item.
   *
   * @param index from 0 to {@code size() - 1}
   * @return an item index
   */
  public int item(int index) {
    return items[index];
  }

  /**
   * How many candidates have a larger score than an item.
   *
   * @param index from 0 to {@code size() - 1}
   * @return the first place of the item's group, from 0; {@link Integer#MAX_VALUE} for an item
   *     behind all groups of the list, unless {@link MetricNeed#FULL_RANKS} was asked for
   */
  public int place(int index) {
    return places[index];
  }

  /**
   * How many candidates have the score of an item.
   *
   * @param index from 0 to {@code size() - 1}
   * @return size of its group, itself included: at least 1
   */
  public int tied(int index) {
    return tied[index];
  }

  /**
   * How probable it is that an item stands in the first places, over a random order of equal
   * scores.
   *
   * @param index from 0 to {@code size() - 1}
   * @param k how many places, none that the metric's depth does not reach
   * @return from 0 to 1
   */
  public double chance(int index, int k) {
    int open = k - Math.min(k, places[index]);
    return open >= tied[index] ? 1 : (double) open / tied[index];
  }

  /**
   * What an item is worth to the user: a rating, a quantity, or 1.
   *
   * @param index from 0 to {@code size() - 1}
   * @return the value of the newest of its held-out events
   * @throws IllegalStateException if {@link MetricNeed#VALUES} was not asked for
   */
  public float value(int index) {
    return asked(values, MetricNeed.VALUES)[index];
  }

  /**
   * What the model says of an item.
   *
   * @param index from 0 to {@code size() - 1}
   * @return the score, before candidates, mask and cold items are dealt with
   * @throws IllegalStateException if {@link MetricNeed#SCORES} was not asked for
   */
  public float score(int index) {
    return asked(scores, MetricNeed.SCORES)[index];
  }

  /**
   * Some of the items.
   *
   * @param which tells of an item index whether it stays
   * @return those that stay, with all that is known of them
   */
  RelevantItems only(IntPredicate which) {
    int[] kept = IntStream.range(0, items.length).filter(i -> which.test(items[i])).toArray();
    return new RelevantItems(
        IntStream.of(kept).map(i -> items[i]).toArray(),
        IntStream.of(kept).map(i -> places[i]).toArray(),
        IntStream.of(kept).map(i -> tied[i]).toArray(),
        at(kept, values),
        at(kept, scores));
  }

  private static float @Nullable [] at(int[] kept, float @Nullable [] column) {
    if (column == null) {
      return null;
    }
    float[] some = new float[kept.length];
    for (int i = 0; i < some.length; i++) {
      some[i] = column[kept[i]];
    }
    return some;
  }

  private static float[] asked(float @Nullable [] column, MetricNeed need) {
    if (column == null) {
      throw new IllegalStateException("no metric has declared that it needs " + need);
    }
    return column;
  }
}
