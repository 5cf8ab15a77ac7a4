package org.recsys4j.api.rank;

import java.util.Arrays;
import org.recsys4j.api.RankedItems;
import org.recsys4j.api.ScoreBlock;

/**
 * Selects the n best of a row of scores, in one pass over the row, and counts how many candidates
 * share the last selected score.
 *
 * <p>Scores of negative infinity mark items that are no candidates and are skipped. Equal scores
 * are ordered by {@link TieOrder}, a seeded hash of user and item, so neither a model nor a metric
 * can gain from the order of item indices.
 *
 * <p>The pass keeps a buffer of at most 2n codes. A code is one {@code long}: the score, turned so
 * that better is smaller, above the item's tie key. When the buffer is full, quickselect halves it
 * and raises the threshold that further scores must reach: about {@code n log(items / n)} items
 * ever enter. Not for use by several threads at once; holds {@code 16 n} bytes and allocates
 * nothing after construction.
 */
public final class TopSelector {
  private final int n;
  private final long tieSeed;
  private final long[] codes;
  private int size;
  private int tiedAtEnd;
  private TieOrder order = TieOrder.of(0, 0);

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
    size = 0;
    int discardedTies = 0;
    float threshold = -Float.MAX_VALUE;
    for (int item = 0; item < items; item++) {
      float score = scores[start + item];
      if (score >= threshold) {
        codes[size++] = code(score, order.key(item));
        if (size == codes.length) {
          float raised = shrink();
          discardedTies = (raised > threshold ? 0 : discardedTies) + tiesFrom(n, raised);
          threshold = raised;
          size = n;
        }
      }
    }
    if (size > n) {
      float raised = shrink();
      discardedTies = (raised > threshold ? 0 : discardedTies) + tiesFrom(n, raised);
      size = n;
    }
    Arrays.sort(codes, 0, size);
    tiedAtEnd = size == 0 ? 0 : discardedTies + tiesFrom(0, score(size - 1));
  }

  /** Brings the n best codes to the front; returns the worst score among them. */
  private float shrink() {
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
    return scoreOf(codes[n - 1]);
  }

  private int tiesFrom(int first, float score) {
    int ties = 0;
    for (int i = first; i < size; i++) {
      if (scoreOf(codes[i]) == score) {
        ties++;
      }
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
