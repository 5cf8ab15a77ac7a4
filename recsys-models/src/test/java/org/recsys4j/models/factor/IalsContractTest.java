package org.recsys4j.models.factor;

import org.junit.jupiter.api.Nested;
import org.recsys4j.api.RecommenderFactory;
import org.recsys4j.api.contract.RecommenderContract;

class IalsContractTest {
  @Nested
  class Binary extends RecommenderContract<Ials.Options> {
    @Override
    protected RecommenderFactory<Ials.Options> factory() {
      return new Ials.Factory();
    }

    @Override
    protected Ials.Options options() {
      return new Ials.Options(2, 1, 5, Confidence.BINARY, 10, 3, 0);
    }
  }

  @Nested
  class ByValue extends RecommenderContract<Ials.Options> {
    @Override
    protected RecommenderFactory<Ials.Options> factory() {
      return new Ials.Factory();
    }

    @Override
    protected Ials.Options options() {
      return new Ials.Options(2, 1, 5, Confidence.VALUE, 10, 3, 2);
    }
  }
}
