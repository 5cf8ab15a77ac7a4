package org.recsys4j.models.cnn;

import java.util.List;
import org.recsys4j.api.RecommenderFactory;
import org.recsys4j.api.contract.RecommenderContract;
import org.recsys4j.models.fit.NegativeOptions;
import org.recsys4j.models.nn.optimizer.StepOptions;

class NextItNetContractTest extends RecommenderContract<NextItNet.Options> {
  @Override
  protected RecommenderFactory<NextItNet.Options> factory() {
    return new NextItNet.Factory();
  }

  @Override
  protected NextItNet.Options options() {
    return new NextItNet.Options(
        8, 2, List.of(1), 16, 0, NegativeOptions.UNIFORM, 16, StepOptions.constant(0.02), 15, 3, 1);
  }
}
