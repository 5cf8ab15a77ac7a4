package org.recsys4j.models.knn;

import java.util.Arrays;

/**
 * The k largest of the similarities offered for one item. A binary heap of codes with the smallest
 * on top: the bits of the similarity, which for positive numbers order like the numbers, above the
 * item, whose bits are flipped by a mask. With another mask for each owner of the list no item wins
 * every tie by its index. For one thread; allocates nothing after construction.
 */
final class NearestItems {
  private final long[] heap;
  private int size;
  private int mask;
  private float threshold;

  NearestItems(int k) {
    heap = new long[k];
  }

  void clear(int tieMask) {
    size = 0;
    mask = tieMask;
    threshold = 0;
  }

  /** A similarity below this one cannot enter. */
  float threshold() {
    return threshold;
  }

  /** Takes a similarity above zero, or leaves it where k better ones are there. */
  void offer(int item, float similarity) {
    long code = ((long) Float.floatToRawIntBits(similarity) << 32) | ((item ^ mask) & 0xffffffffL);
    if (size < heap.length) {
      siftUp(size++, code);
    } else if (code > heap[0]) {
      siftDown(code);
    } else {
      return;
    }
    if (size == heap.length) {
      threshold = similarityOf(heap[0]);
    }
  }

  private void siftUp(int from, long code) {
    int at = from;
    while (at > 0 && heap[(at - 1) >>> 1] > code) {
      heap[at] = heap[(at - 1) >>> 1];
      at = (at - 1) >>> 1;
    }
    heap[at] = code;
  }

  private void siftDown(long code) {
    int at = 0;
    for (int child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && heap[child + 1] < heap[child]) {
        child++;
      }
      if (heap[child] >= code) {
        break;
      }
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = code;
  }

  int size() {
    return size;
  }

  /** Writes items and similarities, best first, from index {@code at} on. */
  void drain(int[] items, float[] similarities, int at) {
    Arrays.sort(heap, 0, size);
    for (int place = 0; place < size; place++) {
      long code = heap[size - 1 - place];
      items[at + place] = (int) code ^ mask;
      similarities[at + place] = similarityOf(code);
    }
  }

  private static float similarityOf(long code) {
    return Float.intBitsToFloat((int) (code >>> 32));
  }
}
