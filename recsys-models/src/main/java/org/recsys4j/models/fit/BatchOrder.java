package org.recsys4j.models.fit;

import java.util.Arrays;

/**
 * Which examples of a batch go into which of its parts. Sequences of about the same length go
 * together, so that little of a part is padding; the part of the longest is followed by that of the
 * shortest, then come the second longest and the second shortest, so that threads that take
 * adjoining parts have about as much to do. Where all examples are of one size, they keep their
 * order.
 *
 * <p>Holds 8 bytes for each example of a batch.
 */
final class BatchOrder {
  private final Examples examples;
  private final int capacity;
  private final long[] sorted; // steps above, place within the batch below
  private int from;
  private int count;
  private boolean bySize;

  /**
   * No batch yet.
   *
   * @param examples what is dealt
   * @param capacity most examples of a part
   * @param parts most parts
   */
  BatchOrder(Examples examples, int capacity, int parts) {
    this.examples = examples;
    this.capacity = capacity;
    this.sorted = new long[Math.multiplyExact(capacity, parts)];
  }

  /** Deals a batch. */
  void deal(BatchRange batch) {
    from = batch.from();
    count = batch.to() - from;
    bySize = examples.steps(batch.seed(), from) > 0;
    if (bySize) {
      for (int i = 0; i < count; i++) {
        sorted[i] = (long) examples.steps(batch.seed(), from + i) << Integer.SIZE | i;
      }
      Arrays.sort(sorted, 0, count);
    }
  }

  /** How many parts the batch has. */
  int parts() {
    return (count + capacity - 1) / capacity;
  }

  /** How many examples a part has; the last one may have fewer than the others. */
  int size(int part) {
    return Math.min(capacity, count - part * capacity);
  }

  /** The position in the epoch of an example of a part. */
  int position(int part, int row) {
    return from + (bySize ? (int) sorted[start(part) + row] : part * capacity + row);
  }

  /** The steps of the longest example of a part; 0 where all are of one size. */
  int steps(int part) {
    return bySize ? (int) (sorted[start(part) + size(part) - 1] >>> Integer.SIZE) : 0;
  }

  /** Where a part begins among the sorted: even ones from the longest on, odd from the shortest. */
  private int start(int part) {
    int before = part / 2 * capacity; // of the same end; all but the last part are full
    return part % 2 == 0 ? count - before - size(part) : before;
  }
}
