package org.recsys4j.api.rank;

import org.recsys4j.api.random.SeedTree;

/**
 * The order of items with equal scores, a different one for each user and seed: a keyed bijection
 * of the 32-bit numbers. As no two items have one key, the order is total, and the item can be
 * computed back from its key.
 *
 * @param before key mixed in first
 * @param after key mixed in last
 */
record TieOrder(int before, int after) {
  private static final int FIRST = 0x7feb352d;
  private static final int SECOND = 0x846ca68b;
  private static final int FIRST_INVERSE = inverse(FIRST);
  private static final int SECOND_INVERSE = inverse(SECOND);

  static TieOrder of(long seed, int user) {
    long key = SeedTree.mix(SeedTree.mix(seed) ^ user);
    return new TieOrder((int) key, (int) (key >>> 32));
  }

  int key(int item) {
    int x = item ^ before;
    x = (x ^ (x >>> 16)) * FIRST;
    x = (x ^ (x >>> 16)) * SECOND;
    return x ^ (x >>> 16) ^ after;
  }

  int item(int key) {
    int x = key ^ after;
    x = (x ^ (x >>> 16)) * SECOND_INVERSE;
    x = (x ^ (x >>> 16)) * FIRST_INVERSE;
    return x ^ (x >>> 16) ^ before;
  }

  /** The inverse of an odd number modulo 2^32: each Newton step doubles the correct low bits. */
  private static int inverse(int odd) {
    int x = odd;
    for (int bits = 3; bits < 32; bits *= 2) {
      x *= 2 - odd * x;
    }
    return x;
  }
}
