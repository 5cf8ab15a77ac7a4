package org.recsys4j.api;

import java.util.Arrays;

/** Recommended items, best first, with their scores. */
public final class RankedItems {
  private final int[] items;
  private final float[] scores;

  /**
   * A list.
   *
   * @param items item indices, best first
   * @param scores their scores, in the same order, finite, none larger than the one before
   * @throws IllegalArgumentException if lengths differ or the scores are out of order
   */
  public RankedItems(int[] items, float[] scores) {
    if (items.length != scores.length) {
      throw new IllegalArgumentException(items.length + " items and " + scores.length + " scores");
    }
    float previous = Float.MAX_VALUE;
    for (float score : scores) {
      if (!(score <= previous) || score == Float.NEGATIVE_INFINITY) {
        throw new IllegalArgumentException("score " + score + " behind " + previous);
      }
      previous = score;
    }
    this.items = items.clone();
    this.scores = scores.clone();
  }

  /**
   * How many items there are.
   *
   * @return length of the list
   */
  public int size() {
    return items.length;
  }

  /**
   * The item at a place.
   *
   * @param place from 0, the best
   * @return an item index
   */
  public int item(int place) {
    return items[place];
  }

  /**
   * The score at a place.
   *
   * @param place from 0, the best
   * @return a finite number
   */
  public float score(int place) {
    return scores[place];
  }

  /**
   * All items, best first.
   *
   * @return a copy
   */
  public int[] items() {
    return items.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RankedItems that
        && Arrays.equals(items, that.items)
        && Arrays.equals(scores, that.scores);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(items) + Arrays.hashCode(scores);
  }

  @Override
  public String toString() {
    return "RankedItems" + Arrays.toString(items);
  }
}
