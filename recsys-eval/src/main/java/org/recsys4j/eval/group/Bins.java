package org.recsys4j.eval.group;

import java.util.Arrays;

/** Intervals that hold about as many numbers each; equal numbers stand in one. */
final class Bins {
  private final long[] sorted;
  private final int[] ends;

  private Bins(long[] sorted, int[] ends) {
    this.sorted = sorted;
    this.ends = ends;
  }

  /** At most so many, fewer where numbers are equal. */
  static Bins of(long[] numbers, int parts) {
    long[] sorted = numbers.clone();
    Arrays.sort(sorted);
    int[] ends = new int[parts];
    int count = 0;
    for (int part = 1; part <= parts; part++) {
      int end = (int) ((long) part * sorted.length / parts);
      while (end > 0 && end < sorted.length && sorted[end] == sorted[end - 1]) {
        end++;
      }
      if (end > (count == 0 ? 0 : ends[count - 1])) {
        ends[count++] = end;
      }
    }
    return new Bins(sorted, Arrays.copyOf(ends, count));
  }

  int size() {
    return ends.length;
  }

  /** The smallest number in a bin. */
  long first(int bin) {
    return sorted[bin == 0 ? 0 : ends[bin - 1]];
  }

  /** The largest number in a bin. */
  long last(int bin) {
    return sorted[ends[bin] - 1];
  }

  boolean contains(int bin, long number) {
    return number >= first(bin) && number <= last(bin);
  }
}
