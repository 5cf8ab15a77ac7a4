package org.recsys4j.models.fit;

import java.util.function.IntUnaryOperator;
import org.recsys4j.api.random.SeedTree;

/**
 * Draws items that other examples of the same batch have had (Hidasi et al., "Session-based
 * recommendations with recurrent neural networks", ICLR 2016), of those that the user has not: an
 * example is drawn uniformly from the whole batch, again while the user has had its item. After
 * {@value #TRIES} tries, or outside of any batch, the item is drawn uniformly from all that the
 * user has not had.
 *
 * <p>The order of an epoch is computed, so nothing of a batch is looked up, and every shard can
 * draw from all of it. Immutable.
 */
final class InBatchNegatives implements NegativeSampler {
  private static final int TRIES = 8;

  private final ExampleOrder order;
  private final IntUnaryOperator itemOf;
  private final UniformNegatives uniform;

  InBatchNegatives(ExampleOrder order, IntUnaryOperator itemOf, UniformNegatives uniform) {
    this.order = order;
    this.itemOf = itemOf;
    this.uniform = uniform;
  }

  @Override
  public int draw(int user, long key, BatchRange batch) {
    int size = batch.to() - batch.from();
    long random = key;
    if (size > 0) {
      for (int i = 0; i < TRIES; i++) {
        random = SeedTree.mix(random);
        int position = batch.from() + (int) (((random >>> 32) * size) >>> 32);
        int item = itemOf.applyAsInt(order.at(batch.seed(), position));
        if (!uniform.isPositive(user, item)) {
          return item;
        }
      }
    }
    return uniform.draw(user, random);
  }
}
