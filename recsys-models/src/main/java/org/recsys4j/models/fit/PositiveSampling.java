package org.recsys4j.models.fit;

import org.recsys4j.models.sparse.SparseMatrix;

/** Which pairs of a user and an item that the user had an epoch of a model of pairs has. */
public enum PositiveSampling {
  /** Each one once: users count as often as they have items. */
  PAIRS {
    @Override
    ExampleOrder order(SparseMatrix train) {
      return ExampleOrder.shuffled(train.cells());
    }
  },

  /**
   * As many as there are, drawn: a user of those with items, all alike, and then one of the user's
   * items. As metrics do, it counts users alike.
   */
  USERS {
    @Override
    ExampleOrder order(SparseMatrix train) {
      return new UserOrder(train);
    }
  };

  /**
   * Which pair stands where.
   *
   * @param train which user had which item; pairs have the numbers of its cells
   * @return the order of each epoch
   */
  abstract ExampleOrder order(SparseMatrix train);
}
