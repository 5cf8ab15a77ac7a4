package org.recsys4j.models.factor;

import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.random.SeedTree;
import org.recsys4j.models.fit.UniformNegatives;
import org.recsys4j.models.sparse.SparseMatrix;

/**
 * Draws triples of a user, an item that the user had and one that the user had not. The pair of
 * user and item is drawn uniformly from all pairs, with replacement, as in the paper; sample n of
 * an epoch depends on the epoch's seed and n alone.
 *
 * <p>Samples are drawn many at a time in a loop of its own, so that its scattered reads overlap.
 * Holds 8 bytes a pair beside what {@link UniformNegatives} holds.
 */
final class BprSamples {
  /** How many samples are drawn at a time. */
  static final int CAPACITY = 1 << 16;

  private static final int SHARD = 1 << 12;

  private final UniformNegatives negatives;
  private final long[] pairs; // user and item in one number: one access to memory for both

  final int[] users = new int[CAPACITY];
  final int[] positives = new int[CAPACITY];

  /** {@link UniformNegatives#NONE} where the user had every item: no sample. */
  final int[] unseen = new int[CAPACITY];

  BprSamples(SparseMatrix train, UniformNegatives negatives) {
    this.negatives = negatives;
    this.pairs = new long[train.cells()];
    for (int user = 0; user < train.rows(); user++) {
      for (int cell = train.starts()[user]; cell < train.starts()[user + 1]; cell++) {
        pairs[cell] = (long) user << 32 | train.columnOf()[cell];
      }
    }
  }

  /** How many pairs there are. */
  int pairs() {
    return pairs.length;
  }

  /**
   * Draws samples into the arrays, from index 0.
   *
   * @param seed the epoch's
   * @param first number of the first sample in its epoch
   * @param count how many, at most {@link #CAPACITY}
   */
  void draw(long seed, int first, int count, Workers workers) {
    workers.run(
        (count + SHARD - 1) / SHARD,
        shard -> {
          int end = Math.min(count, (shard + 1) * SHARD);
          for (int i = shard * SHARD; i < end; i++) {
            long key = SeedTree.mix(seed + first + i);
            long pair = pairs[(int) (((key >>> 32) * pairs.length) >>> 32)];
            users[i] = (int) (pair >>> 32);
            positives[i] = (int) pair;
            unseen[i] = negatives.draw(users[i], key);
          }
        });
  }
}
