package org.recsys4j.models.fit;

import org.recsys4j.api.random.SeedTree;
import org.recsys4j.models.sparse.SparseMatrix;

/**
 * Triples of a user, an item that the user had and a drawn one that the user had not, for Bayesian
 * personalised ranking. An epoch has as many as there are pairs of user and item; which ones,
 * {@link PositiveSampling} says. One input of three indices; one label, 1, or -1 where the user had
 * every item, and then all indices are -1 too.
 *
 * <p>Holds {@link Pairs} beside what the sampler holds.
 */
public final class BprExamples implements Examples {
  private final NegativeSampler negatives;
  private final Pairs pairs;
  private final ExampleOrder order;
  private final int firstItem;

  /**
   * Examples.
   *
   * @param train which user had which item
   * @param firstItem index of item 0: the number of users where items stand behind them in one
   *     table, else 0
   * @param positives which pairs an epoch has
   * @param sampling how the items are drawn that the user had not
   */
  public BprExamples(
      SparseMatrix train, int firstItem, PositiveSampling positives, NegativeOptions sampling) {
    this.pairs = new Pairs(train);
    this.order = positives.order(train);
    this.firstItem = firstItem;
    this.negatives = sampling.sampler(train, order, pairs::item);
  }

  @Override
  public int count() {
    return pairs.count();
  }

  @Override
  public int[] inputWidths() {
    return new int[] {3};
  }

  @Override
  public int labelWidth() {
    return 1;
  }

  @Override
  public void write(long seed, int position, ExampleBatch batch, int row) {
    int pair = order.at(seed, position);
    int user = pairs.user(pair);
    int unseen = negatives.draw(user, SeedTree.mix(seed) + position, batch.range());
    boolean none = unseen == NegativeSampler.NONE;
    float[] nodes = batch.input(0);
    nodes[3 * row] = none ? -1 : user;
    nodes[3 * row + 1] = none ? -1 : firstItem + pairs.item(pair);
    nodes[3 * row + 2] = none ? -1 : firstItem + unseen;
    batch.labels()[row] = none ? -1 : 1;
  }
}
