package org.recsys4j.api.data;

/** A stable merge sort of event numbers by time, without boxing. */
final class TimeOrder {
  private final long[] times;
  private int[] scratch = new int[64];

  TimeOrder(long[] times) {
    this.times = times;
  }

  /** Sorts {@code order[from..to)} by the times of the events it names. */
  void sort(int[] order, int from, int to) {
    if (to - from > scratch.length) {
      scratch = new int[Math.max(to - from, 2 * scratch.length)];
    }
    mergeSort(order, from, to, from);
  }

  private void mergeSort(int[] order, int from, int to, int base) {
    if (to - from < 2) {
      return;
    }
    int middle = (from + to) >>> 1;
    mergeSort(order, from, middle, base);
    mergeSort(order, middle, to, base);
    if (times[order[middle - 1]] <= times[order[middle]]) {
      return; // in order already, as most logs are
    }
    int left = from - base;
    int leftEnd = middle - base;
    System.arraycopy(order, from, scratch, left, middle - from);
    int right = middle;
    int out = from;
    while (left < leftEnd && right < to) {
      boolean takeLeft = times[scratch[left]] <= times[order[right]];
      order[out++] = takeLeft ? scratch[left++] : order[right++];
    }
    System.arraycopy(scratch, left, order, out, leftEnd - left);
  }
}
