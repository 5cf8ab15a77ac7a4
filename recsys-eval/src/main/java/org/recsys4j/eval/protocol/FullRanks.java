package org.recsys4j.eval.protocol;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.Arrays;

/**
 * Finds the places of some items among all candidates of a user, by counting all scores between the
 * sorted, different scores of these items: the bars.
 *
 * <p>Scores become whole numbers of the same order. Where bars are few, each counts what is below
 * it in a loop that the compiler turns into vector instructions; where they are many, scores are
 * sorted into buckets, and only those in the bucket of a bar are compared. One thread at a time;
 * holds 4 bytes an item, and 512 KiB and 4 more an item once bars were many.
 */
final class FullRanks {
  private static final int FEW = 10;
  private static final int STRIPE = 1024;
  private static final int BUCKETS = 1 << 16;

  private int[] keys = new int[0];
  private int[] bars = new int[0]; // ascending
  private int[] limits = new int[0]; // each bar, and the least number above it
  private int[] below = new int[0]; // by limit: how many scores are below
  private int[] starts = new int[0]; // by bucket
  private int[] next = new int[0]; // by bucket: where a key goes, negative where no limit falls
  private int[] near =
      new int[0]; // keys of these buckets, each bucket's where they would be sorted
  private final float[] stripe = new float[STRIPE];
  private final ByteBuffer memory =
      ByteBuffer.allocateDirect(Float.BYTES * STRIPE).order(ByteOrder.nativeOrder());
  private final FloatBuffer floats = memory.asFloatBuffer();
  private final IntBuffer bits = memory.asIntBuffer();
  private final int[] part = new int[STRIPE];
  private final int[] counts = new int[STRIPE];

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
    if (keys.length != universe) {
      keys = new int[universe];
      starts = new int[0];
    }
    readKeys(scores, offset);
    setLimits(items);
    if (bars.length <= FEW) {
      for (int limit = 0; limit < limits.length; limit++) {
        below[limit] = below(limits[limit]);
      }
    } else {
      countByBuckets();
    }
    for (int i = 0; i < items.length; i++) {
      int limit = 2 * Arrays.binarySearch(bars, keys[items[i]]);
      places[i] = universe - below[limit + 1];
      tied[i] = below[limit + 1] - below[limit];
    }
  }

  /**
   * Whole numbers of the same order; the two zeros, which are equal as scores, have one. The bits
   * go through a buffer, since reading them one by one takes twice as long.
   */
  private void readKeys(float[] scores, int offset) {
    for (int from = 0; from < keys.length; from += STRIPE) {
      int size = Math.min(STRIPE, keys.length - from);
      System.arraycopy(scores, offset + from, stripe, 0, size);
      for (int i = 0; i < size; i++) {
        stripe[i] += 0f;
      }
      floats.put(0, stripe, 0, size);
      bits.get(0, part, 0, size);
      for (int i = 0; i < size; i++) {
        part[i] ^= part[i] >> 31 & Integer.MAX_VALUE;
      }
      System.arraycopy(part, 0, keys, from, size);
    }
  }

  private void setLimits(int[] items) {
    bars = Arrays.stream(items).map(item -> keys[item]).sorted().distinct().toArray();
    limits = new int[2 * bars.length];
    for (int bar = 0; bar < bars.length; bar++) {
      limits[2 * bar] = bars[bar];
      limits[2 * bar + 1] = bars[bar] + 1; // no score is infinite
    }
    below = new int[limits.length];
  }

  private int below(int limit) {
    Arrays.fill(counts, 0);
    for (int from = 0; from < keys.length; from += STRIPE) {
      int size = Math.min(STRIPE, keys.length - from);
      System.arraycopy(keys, from, part, 0, size);
      if (limit >= 0) {
        addBelow(counts, part, size, limit);
      } else {
        addBelowNegative(counts, part, size, limit);
      }
    }
    int sum = 0;
    for (int count : counts) {
      sum += count;
    }
    return sum;
  }

  /** Adds 1 where a key is negative, or the difference is, which then cannot overflow. */
  private static void addBelow(int[] counts, int[] keys, int size, int limit) {
    for (int i = 0; i < size; i++) {
      counts[i] += (keys[i] | (keys[i] - limit)) >>> 31;
    }
  }

  /** Adds 1 where both are negative: only then is a key below a negative limit. */
  private static void addBelowNegative(int[] counts, int[] keys, int size, int limit) {
    for (int i = 0; i < size; i++) {
      counts[i] += (keys[i] & (keys[i] - limit)) >>> 31;
    }
  }

  /** Sorts keys into buckets by their upper half, and compares where a limit falls into one. */
  private void countByBuckets() {
    if (starts.length == 0) {
      starts = new int[BUCKETS + 1];
      next = new int[BUCKETS];
      near = new int[keys.length];
    }
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
    for (int limit = 0; limit < limits.length; limit++) {
      int bucket = bucket(limits[limit]);
      below[limit] = starts[bucket];
      for (int i = starts[bucket]; i < starts[bucket + 1]; i++) {
        below[limit] += near[i] < limits[limit] ? 1 : 0;
      }
    }
  }

  private static int bucket(int key) {
    return (key >> 16) + BUCKETS / 2;
  }
}
