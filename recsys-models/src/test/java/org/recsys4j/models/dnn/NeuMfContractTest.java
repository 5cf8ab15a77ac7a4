package org.recsys4j.models.dnn;

import java.util.List;
import org.recsys4j.api.RecommenderFactory;
import org.recsys4j.api.contract.RecommenderContract;
import org.recsys4j.models.fit.NegativeOptions;
import org.recsys4j.models.nn.optimizer.StepOptions;

class NeuMfContractTest extends RecommenderContract<NeuMf.Options> {
  @Override
  protected RecommenderFactory<NeuMf.Options> factory() {
    return new NeuMf.Factory();
  }

  @Override
  protected NeuMf.Options options() {
    return new NeuMf.Options(
        8,
        8,
        List.of(16, 8),
        0,
        0,
        0.5,
        1,
        3,
        NegativeOptions.UNIFORM,
        1024,
        StepOptions.constant(0.02),
        0,
        12,
        3,
        1);
  }
}
