package org.recsys4j.models.cnn;

import org.junit.jupiter.api.Nested;
import org.recsys4j.api.RecommenderFactory;
import org.recsys4j.api.contract.RecommenderContract;
import org.recsys4j.models.fit.NegativeOptions;
import org.recsys4j.models.fit.NegativeSampling;
import org.recsys4j.models.nn.optimizer.StepOptions;

class CaserContractTest {
  private static Caser.Options options(boolean userEmbedding) {
    return new Caser.Options(
        16,
        4,
        2,
        3,
        new NegativeOptions(NegativeSampling.IN_BATCH, 0),
        8,
        3,
        userEmbedding,
        0.1,
        256,
        StepOptions.constant(0.03),
        0,
        25,
        4,
        2);
  }

  @Nested
  class WithVectorsOfUsers extends RecommenderContract<Caser.Options> {
    @Override
    protected RecommenderFactory<Caser.Options> factory() {
      return new Caser.Factory();
    }

    @Override
    protected Caser.Options options() {
      return CaserContractTest.options(true);
    }
  }

  @Nested
  class FromHistoryAlone extends RecommenderContract<Caser.Options> {
    @Override
    protected RecommenderFactory<Caser.Options> factory() {
      return new Caser.Factory();
    }

    @Override
    protected Caser.Options options() {
      return CaserContractTest.options(false);
    }
  }
}
