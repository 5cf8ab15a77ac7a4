package org.recsys4j.eval.protocol;

import java.util.Arrays;

/**
 * Counts scores below many limits: sorts all scores into buckets by the upper half of their keys,
 * and compares only those in a bucket into which a limit falls.
 */
final class LimitBuckets {
  private static final int BUCKETS = 1 << 16;

  private final ScoreBits reader = new ScoreBits();
  private final int[] bits = new int[ScoreBits.STRIPE];
  private int[] keys = new int[0];
  private int[] starts = new int[0]; // by bucket
  private int[] next = new int[0]; // by bucket: where a key goes, negative where no limit falls
  private int[] near =
      new int[0]; // keys of these buckets, each bucket's where they would be sorted

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
    if (keys.length != universe) {
      keys = new int[universe];
      near = new int[universe];
      starts = new int[BUCKETS + 1];
      next = new int[BUCKETS];
    }
    readKeys(scores, offset);
    sort(limits);
    int[] below = new int[limits.length];
    for (int limit = 0; limit < limits.length; limit++) {
      int bucket = bucket(limits[limit]);
      below[limit] = starts[bucket];
      for (int i = starts[bucket]; i < starts[bucket + 1]; i++) {
        below[limit] += near[i] < limits[limit] ? 1 : 0;
      }
    }
    return below;
  }

  private void readKeys(float[] scores, int offset) {
    for (int from = 0; from < keys.length; from += ScoreBits.STRIPE) {
      int size = Math.min(ScoreBits.STRIPE, keys.length - from);
      reader.read(scores, offset + from, size, bits);
      for (int i = 0; i < size; i++) {
        bits[i] = FullRanks.key(bits[i]);
      }
      System.arraycopy(bits, 0, keys, from, size);
    }
  }

  private void sort(int[] limits) {
    Arrays.fill(starts, 0);
    for (int key : keys) {
      starts[bucket(key) + 1]++;
    }
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      starts[bucket + 1] += starts[bucket];
    }
    Arrays.fill(next, -1);
    for (int limit : limits) {
      next[bucket(limit)] = starts[bucket(limit)];
    }
    for (int key : keys) {
      int bucket = bucket(key);
      if (next[bucket] >= 0) {
        near[next[bucket]++] = key;
      }
    }
  }

  private static int bucket(int key) {
    return (key >> 16) + BUCKETS / 2;
  }
}
