package org.recsys4j.eval.protocol;

import java.util.Arrays;

/**
 * Counts scores below some limits, each in a loop over all scores that the compiler turns into
 * vector instructions. All limits are counted in a stripe of scores before the next one is read.
 */
final class LimitPasses {
  private final ScoreBits reader = new ScoreBits();
  private final int[] bits = new int[ScoreBits.STRIPE];
  private final int[][] counts; // by limit and place in the stripe

  /** For at most so many limits. */
  LimitPasses(int most) {
    counts = new int[most][ScoreBits.STRIPE];
  }

  /**
   * Counts.
   *
   * @param scores the scores of several users
   * @param offset where this user's begin
   * @param universe how many they are
   * @param limits keys of {@link FullRanks#key}
   * @return how many scores have a key below each limit
   */
  int[] count(float[] scores, int offset, int universe, int[] limits) {
    for (int limit = 0; limit < limits.length; limit++) {
      Arrays.fill(counts[limit], 0);
    }
    for (int from = 0; from < universe; from += ScoreBits.STRIPE) {
      int size = Math.min(ScoreBits.STRIPE, universe - from);
      reader.read(scores, offset + from, size, bits);
      for (int limit = 0; limit < limits.length; limit++) {
        if (limits[limit] >= 0) {
          addBelow(counts[limit], bits, size, limits[limit]);
        } else {
          addBelowNegative(counts[limit], bits, size, FullRanks.key(limits[limit]));
        }
      }
    }
    int[] below = new int[limits.length];
    for (int limit = 0; limit < limits.length; limit++) {
      for (int count : counts[limit]) {
        below[limit] += count;
      }
    }
    return below;
  }

  /** Adds 1 where a score is negative, or the difference is, which then cannot overflow. */
  private static void addBelow(int[] counts, int[] bits, int size, int limit) {
    for (int i = 0; i < size; i++) {
      counts[i] += (bits[i] | (bits[i] - limit)) >>> 31;
    }
  }

  /** Adds 1 where a score is negative and its bits are the larger number: it lies further down. */
  private static void addBelowNegative(int[] counts, int[] bits, int size, int limit) {
    for (int i = 0; i < size; i++) {
      counts[i] += (bits[i] & (limit - bits[i])) >>> 31;
    }
  }
}
