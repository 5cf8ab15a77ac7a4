package org.recsys4j.models.factor;

import org.junit.jupiter.api.Nested;
import org.recsys4j.api.RecommenderFactory;
import org.recsys4j.api.contract.RecommenderContract;

class BprMfContractTest {
  @Nested
  class WithGradientDescent extends RecommenderContract<BprMf.Options> {
    @Override
    protected RecommenderFactory<BprMf.Options> factory() {
      return new BprMf.Factory();
    }

    @Override
    protected BprMf.Options options() {
      return new BprMf.Options(8, 0.1, 0.001, Optimizer.SGD, true, 60, 100, 5, 2);
    }
  }

  @Nested
  class WithAdagrad extends RecommenderContract<BprMf.Options> {
    @Override
    protected RecommenderFactory<BprMf.Options> factory() {
      return new BprMf.Factory();
    }

    @Override
    protected BprMf.Options options() {
      return new BprMf.Options(8, 0.1, 0.01, Optimizer.ADAGRAD, false, 60, 100, 0, 1);
    }
  }
}
