package org.recsys4j.models.factor;

/** How rows of parameters are moved along their gradients. */
public enum Optimizer {
  /** Stochastic gradient descent with a constant learning rate. */
  SGD,

  /**
   * AdaGrad (Duchi, Hazan and Singer, JMLR 2011): each parameter has a learning rate of its own,
   * divided by the root of the sum of its squared gradients. Needs twice the memory.
   */
  ADAGRAD;

  RowOptimizer rows(int rows, int columns, double rate, double regularisation) {
    return switch (this) {
      case SGD -> new SgdRows((float) rate, (float) regularisation);
      case ADAGRAD -> new AdagradRows(rows, columns, (float) rate, (float) regularisation);
    };
  }
}
