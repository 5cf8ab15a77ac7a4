package org.recsys4j.models.factor;

import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.random.SeedTree;
import org.recsys4j.models.fit.Pairs;
import org.recsys4j.models.fit.Shuffle;
import org.recsys4j.models.fit.UniformNegatives;
import org.recsys4j.models.sparse.SparseMatrix;

/**
 * Draws triples of a user, an item that the user had and one that the user had not, many at a time.
 *
 * <p>For m samples all n pairs of user and item, which stand user after user, are cut into m parts
 * of equal size, and one pair is drawn of each: every pair is equally likely, none comes much more
 * often than its share, and where m is n each comes exactly once. The samples then go to places in
 * random order. Both pairs and negatives are so looked up in the order of their places in memory,
 * which is twice as fast as at random. Samples depend on the seed alone.
 *
 * <p>Holds {@link Pairs} beside what {@link UniformNegatives} holds.
 */
final class BprSamples {
  /** How many samples are drawn at a time. */
  static final int CAPACITY = 1 << 16;

  private static final int SHARD = 1 << 12;

  private final UniformNegatives negatives;
  private final Pairs pairs;

  final int[] users = new int[CAPACITY];
  final int[] positives = new int[CAPACITY];

  /** {@link UniformNegatives#NONE} where the user had every item: no sample. */
  final int[] unseen = new int[CAPACITY];

  BprSamples(SparseMatrix train, UniformNegatives negatives) {
    this.negatives = negatives;
    this.pairs = new Pairs(train);
  }

  /** How many pairs there are. */
  int pairs() {
    return pairs.count();
  }

  /**
   * Draws samples into the arrays, from index 0.
   *
   * @param seed another one for other samples
   * @param count how many, at most {@link #CAPACITY} and {@link #pairs()}
   */
  void draw(long seed, int count, Workers workers) {
    Shuffle shuffle = Shuffle.of(count, seed);
    workers.run(
        (count + SHARD - 1) / SHARD,
        shard -> {
          int end = Math.min(count, (shard + 1) * SHARD);
          int next = bound(shard * SHARD, count);
          for (int i = shard * SHARD; i < end; i++) {
            int from = next;
            next = bound(i + 1, count);
            long key = SeedTree.mix(seed + i);
            int pair = from + (int) (((key >>> 32) * (next - from)) >>> 32);
            int user = pairs.user(pair);
            int place = shuffle.place(i);
            users[place] = user;
            positives[place] = pairs.item(pair);
            unseen[place] = negatives.draw(user, key);
          }
        });
  }

  /** Where a part of the pairs begins. */
  private int bound(int part, int parts) {
    return (int) ((long) part * pairs.count() / parts);
  }
}
