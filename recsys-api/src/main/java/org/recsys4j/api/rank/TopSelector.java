package org.recsys4j.api.rank;

import java.util.Arrays;
import org.recsys4j.api.RankedItems;
import org.recsys4j.api.ScoreBlock;

/**
 * Selects the n best of a row of scores and counts how many candidates share the last selected
 * score.
 *
 * <p>Scores of negative infinity mark items that are no candidates and are skipped. Equal scores
 * are ordered by {@link TieOrder}, a seeded hash of user and item, so neither a model nor a metric
 * can gain from the order of item indices.
 *
 * <p>A long row is first folded into L lanes, each the maximum of every L-th score, in a loop that
 * the compiler turns into vector instructions. The n-th best lane is a bar that at least n scores
 * reach, and hardly more do; those are then looked up in their lanes. What reaches the bar becomes
 * a code, one {@code long}: the score, turned so that better is smaller, above the item's tie key.
 * A buffer of at most 2n codes is halved by quickselect whenever it is full, which raises the bar
 * further. L = sqrt(2 n items) makes the search over lanes as long as that within lanes.
 *
 * <p>Not for use by several threads at once. Holds {@code 16 n + 8 L} bytes, and allocates only
 * where a row has another number of items than the one before.
 */
public final class TopSelector {
  /** Folding pays for rows of at least this many items for each one selected. */
  private static final int FOLD = 32;

  private final int n;
  private final long tieSeed;
  private final long[] codes;
  private float[] lanes = new float[0];
  private float[] stripe = new float[0];
  private TieOrder order = TieOrder.of(0, 0);
  private int size;
  private int tiedAtEnd;

  // What a score must reach to be among the n best of those seen so far.
  private float bar;
  private long limit; // the code at the bar, when n codes are known, which the next must be below
  private int outside; // how many scores at the bar are beyond the limit

  /**
   * A selector.
   *
   * @param n how many to select, at least 1; memory grows with it, so give no more than there are
   *     items
   * @param tieSeed seed of the order among equal scores
   */
  public TopSelector(int n, long tieSeed) {
    if (n < 1 || n > (1 << 29)) {
      throw new IllegalArgumentException("n is " + n + ", not in 1 to " + (1 << 29));
    }
    this.n = n;
    this.tieSeed = tieSeed;
    this.codes = new long[2 * n];
  }

  /**
   * Selects from one row. The result is read by the other methods, until the next call.
   *
   * @param block scores without NaN and positive infinity; negative infinity where an item is no
   *     candidate
   * @param row row of the block
   * @param user whose row it is, for the order among equal scores
   */
  public void select(ScoreBlock block, int row, int user) {
    order = TieOrder.of(tieSeed, user);
    float[] scores = block.scores();
    int start = block.offset(row);
    int items = block.items();
    clear(-Float.MAX_VALUE);
    if (items < (long) FOLD * n) {
      offer(scores, start, 0, items, 1);
    } else {
      fold(scores, start, items);
      offer(lanes, 0, 0, lanes.length, 1);
      trim();
      float least = size < n ? -Float.MAX_VALUE : bar;
      clear(least);
      for (int lane = 0; lane < lanes.length; lane++) {
        if (lanes[lane] >= least) {
          offer(scores, start, lane, items, lanes.length);
        }
      }
    }
    trim();
    Arrays.sort(codes, 0, size);
    tiedAtEnd = size == 0 ? 0 : outside + tiesFrom(0, score(size - 1));
  }

  private void clear(float least) {
    size = 0;
    bar = least;
    limit = Long.MAX_VALUE;
    outside = 0;
  }

  private void fold(float[] scores, int start, int items) {
    int width = (int) Math.sqrt(2.0 * n * items);
    if (lanes.length != width) {
      lanes = new float[width];
      stripe = new float[width];
    }
    System.arraycopy(scores, start, lanes, 0, width);
    for (int from = width; from < items; from += width) {
      int count = Math.min(width, items - from);
      System.arraycopy(scores, start + from, stripe, 0, count);
      raise(lanes, stripe, count);
    }
  }

  /** One index for both arrays: with an offset into the row, the loop would not be vectorised. */
  private static void raise(float[] lanes, float[] stripe, int count) {
    for (int lane = 0; lane < count; lane++) {
      lanes[lane] = Math.max(lanes[lane], stripe[lane]);
    }
  }

  /** Takes in what reaches the bar of every {@code step}-th score. */
  private void offer(float[] scores, int start, int from, int items, int step) {
    TieOrder keys = order;
    float least = bar;
    long best = limit;
    int tied = 0;
    for (int item = from; item < items; item += step) {
      float score = scores[start + item];
      if (score >= least) {
        long code = code(score, keys.key(item));
        if (code < best) {
          codes[size++] = code;
          if (size == codes.length) {
            outside += tied;
            tied = 0;
            trim();
            least = bar;
            best = limit;
          }
        } else {
          tied++; // at the bar, beyond the limit
        }
      }
    }
    outside += tied;
  }

  /** Keeps the n best codes, if there are more, and raises the bar to the worst of them. */
  private void trim() {
    if (size < n) {
      return;
    }
    partition();
    float raised = scoreOf(codes[n - 1]);
    outside = (raised > bar ? 0 : outside) + tiesFrom(n, raised);
    bar = raised;
    limit = codes[n - 1];
    size = n;
  }

  /** Quickselect: the n best codes to the front, the worst of them last. */
  private void partition() {
    int low = 0;
    int high = size - 1;
    while (low < high) {
      long pivot = codes[(low + high) >>> 1];
      int i = low;
      int j = high;
      while (i <= j) {
        while (codes[i] < pivot) {
          i++;
        }
        while (codes[j] > pivot) {
          j--;
        }
        if (i <= j) {
          long swap = codes[i];
          codes[i++] = codes[j];
          codes[j--] = swap;
        }
      }
      if (n - 1 <= j) {
        high = j;
      } else if (n - 1 >= i) {
        low = i;
      } else {
        break;
      }
    }
  }

  private int tiesFrom(int first, float score) {
    int ties = 0;
    for (int i = first; i < size; i++) {
      ties += scoreOf(codes[i]) == score ? 1 : 0;
    }
    return ties;
  }

  private static long code(float score, int key) {
    int bits = Float.floatToRawIntBits(score + 0.0f); // -0 becomes 0
    int ascending = bits ^ ((bits >> 31) & 0x7fffffff);
    return ((long) ~ascending << 32) | (key & 0xffffffffL);
  }

  private static float scoreOf(long code) {
    int ascending = ~(int) (code >> 32);
    return Float.intBitsToFloat(ascending ^ ((ascending >> 31) & 0x7fffffff));
  }

  /**
   * How many items were selected.
   *
   * @return n, or the number of candidates where that is smaller
   */
  public int size() {
    return size;
  }

  /**
   * A selected item.
   *
   * @param place from 0, the best
   * @return an item index
   */
  public int item(int place) {
    return order.item((int) codes[place]);
  }

  /**
   * The score of a selected item.
   *
   * @param place from 0, the best
   * @return its score
   */
  public float score(int place) {
    return scoreOf(codes[place]);
  }

  /**
   * How many candidates have the score of the last selected one, selected or not.
   *
   * @return at least 1, or 0 where nothing was selected
   */
  public int tiedAtEnd() {
    return tiedAtEnd;
  }

  /**
   * The selection as a value.
   *
   * @return items and scores, best first
   */
  public RankedItems toRankedItems() {
    int[] items = new int[size];
    float[] scores = new float[size];
    for (int place = 0; place < size; place++) {
      items[place] = item(place);
      scores[place] = score(place);
    }
    return new RankedItems(items, scores);
  }
}
