package org.recsys4j.models.dnn;

import java.util.List;
import org.recsys4j.api.RecommenderFactory;
import org.recsys4j.api.contract.RecommenderContract;
import org.recsys4j.models.fit.NegativeOptions;
import org.recsys4j.models.fit.NegativeSampling;
import org.recsys4j.models.nn.optimizer.StepOptions;

class MlpContractTest extends RecommenderContract<Mlp.Options> {
  @Override
  protected RecommenderFactory<Mlp.Options> factory() {
    return new Mlp.Factory();
  }

  @Override
  protected Mlp.Options options() {
    return new Mlp.Options(
        8,
        List.of(16, 8),
        0.2,
        3,
        new NegativeOptions(NegativeSampling.IN_BATCH, 0),
        1024,
        StepOptions.constant(0.02),
        0,
        12,
        3,
        1);
  }
}
