package org.recsys4j.eval.protocol;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Finds the places of some items among all candidates of a user, by counting how many scores are
 * below each of the sorted, different scores of these items, the bars, and how many below the next
 * larger number.
 *
 * <p>Bars and limits are whole numbers of the same order as scores: {@linkplain #key keys}. Where
 * bars are few, {@link LimitPasses} looks at every score for each; where they are many, {@link
 * LimitBuckets} sorts first. One thread at a time; holds 64 KiB, and 512 KiB and 8 bytes an item
 * more once bars were many.
 */
final class FullRanks {
  /** From how many bars on sorting pays. */
  private static final int FEW = 14;

  private final LimitPasses passes = new LimitPasses(2 * FEW);
  private final LimitBuckets buckets = new LimitBuckets();

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
    int[] bars =
        IntStream.of(items).map(item -> bar(scores[offset + item])).sorted().distinct().toArray();
    int[] limits = new int[2 * bars.length];
    for (int bar = 0; bar < bars.length; bar++) {
      limits[2 * bar] = bars[bar] == 0 ? -1 : bars[bar]; // the key of the negative zero
      limits[2 * bar + 1] = bars[bar] + 1; // no score is infinite
    }
    int[] below =
        bars.length <= FEW
            ? passes.count(scores, offset, universe, limits)
            : buckets.count(scores, offset, universe, limits);
    for (int i = 0; i < items.length; i++) {
      int limit = 2 * Arrays.binarySearch(bars, bar(scores[offset + items[i]]));
      places[i] = universe - below[limit + 1];
      tied[i] = below[limit + 1] - below[limit];
    }
  }

  /** The key of a score; the two zeros, which are equal as scores, have one. */
  private static int bar(float score) {
    return key(Float.floatToRawIntBits(score + 0f));
  }

  /**
   * A whole number of the same order as the score with these bits, save that the negative zero is
   * one below zero; the same function leads back.
   */
  static int key(int bits) {
    return bits ^ (bits >> 31 & Integer.MAX_VALUE);
  }
}
