package org.recsys4j.models.dnn;

import java.util.List;
import org.recsys4j.api.RecommenderFactory;
import org.recsys4j.api.contract.RecommenderContract;
import org.recsys4j.models.nn.optimizer.StepOptions;

class MultiDaeContractTest extends RecommenderContract<MultiDae.Options> {
  @Override
  protected RecommenderFactory<MultiDae.Options> factory() {
    return new MultiDae.Factory();
  }

  @Override
  protected MultiDae.Options options() {
    return new MultiDae.Options(List.of(), 12, 0.2, 16, StepOptions.constant(0.03), 25, 0, 1);
  }
}
