package org.recsys4j.models.dnn;

import java.util.List;
import org.recsys4j.api.RecommenderFactory;
import org.recsys4j.api.contract.RecommenderContract;
import org.recsys4j.models.nn.optimizer.Rule;
import org.recsys4j.models.nn.optimizer.Schedule;
import org.recsys4j.models.nn.optimizer.StepOptions;

class MultiVaeContractTest extends RecommenderContract<MultiVae.Options> {
  @Override
  protected RecommenderFactory<MultiVae.Options> factory() {
    return new MultiVae.Factory();
  }

  @Override
  protected MultiVae.Options options() {
    return new MultiVae.Options(
        List.of(16),
        8,
        0.2,
        0.1,
        50,
        16,
        new StepOptions(Rule.ADAM, 0.03, Schedule.LINEAR, 3, 0.01, 5),
        25,
        0,
        1);
  }
}
