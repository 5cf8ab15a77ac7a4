package org.recsys4j.eval.protocol;

import java.util.Arrays;

/**
 * Finds the places of some items among all candidates of a user, in one pass over the scores: they
 * are counted between the sorted, different scores of these items. Takes about (log2 R + 1) steps a
 * score for R items, without branches that depend on the scores. One thread at a time.
 */
final class FullRanks {
  private float[] bars = new float[1]; // ascending; filled up with infinity to 2^n - 1
  private int[] above = new int[2]; // by number of bars reached
  private int[] equal = new int[2];
  private int different;

  /**
   * Fills places and sizes of groups of equal scores.
   *
   * @param scores negative infinity where an item is no candidate
   * @param offset where the user's row begins
   * @param universe how long it is
   * @param items whose places are asked for, candidates all
   * @param places takes how many scores are larger than each item's
   * @param tied takes how many scores equal each item's
   */
  void locate(float[] scores, int offset, int universe, int[] items, int[] places, int[] tied) {
    sortBars(scores, offset, items);
    count(scores, offset, offset + universe);
    for (int reached = different; reached > 0; reached--) {
      above[reached - 1] += above[reached]; // now: how many reach at least so many bars
    }
    for (int i = 0; i < items.length; i++) {
      int bar = Arrays.binarySearch(bars, 0, different, zeroless(scores[offset + items[i]]));
      tied[i] = equal[bar + 1];
      places[i] = above[bar + 1] - tied[i];
    }
  }

  private void sortBars(float[] scores, int offset, int[] items) {
    float[] sorted = new float[items.length];
    for (int i = 0; i < items.length; i++) {
      sorted[i] = zeroless(scores[offset + items[i]]);
    }
    Arrays.sort(sorted);
    different = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[different - 1]) {
        sorted[different++] = sorted[i];
      }
    }
    int size = Math.max(2, Integer.highestOneBit(different) << 1);
    if (bars.length != size - 1) {
      bars = new float[size - 1];
      above = new int[size];
      equal = new int[size];
    }
    System.arraycopy(sorted, 0, bars, 0, different);
    Arrays.fill(bars, different, bars.length, Float.POSITIVE_INFINITY);
    Arrays.fill(above, 0);
    Arrays.fill(equal, 0);
  }

  /** Of the two zeros, which are equal as scores, the one that sorts and searches agree on. */
  private static float zeroless(float score) {
    return score + 0f;
  }

  private void count(float[] scores, int from, int to) {
    float[] sorted = bars;
    int[] reachedBy = above;
    int half = (sorted.length + 1) >> 1;
    for (int i = from; i < to; i++) {
      float score = scores[i];
      int reached = 0;
      for (int step = half; step > 0; step >>= 1) {
        reached += score >= sorted[reached + step - 1] ? step : 0;
      }
      reachedBy[reached]++;
      if (reached > 0 && score == sorted[reached - 1]) {
        equal[reached]++;
      }
    }
  }
}
