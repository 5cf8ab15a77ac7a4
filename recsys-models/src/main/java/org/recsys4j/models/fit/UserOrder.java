package org.recsys4j.models.fit;

import java.util.stream.IntStream;
import org.recsys4j.api.random.SeedTree;
import org.recsys4j.models.sparse.SparseMatrix;

/**
 * Draws a user at every position, all alike, and then one of the cells of the user's row. Holds 4
 * bytes a user beside the matrix.
 */
final class UserOrder implements ExampleOrder {
  private static final long USERS = 0x75736572; // sets its numbers apart from those of negatives

  private final int[] starts;
  private final int[] active;

  UserOrder(SparseMatrix train) {
    starts = train.starts();
    active = IntStream.range(0, train.rows()).filter(user -> train.count(user) > 0).toArray();
  }

  @Override
  public int at(long seed, int position) {
    long random = SeedTree.mix(SeedTree.mix(seed ^ USERS) + position);
    int user = active[(int) (((random >>> 32) * active.length) >>> 32)];
    int count = starts[user + 1] - starts[user];
    return starts[user] + (int) (((random & 0xffffffffL) * count) >>> 32);
  }
}
