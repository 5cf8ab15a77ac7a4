package org.recsys4j.models.gnn;

import org.recsys4j.api.RecommenderFactory;
import org.recsys4j.api.contract.RecommenderContract;
import org.recsys4j.models.fit.NegativeOptions;
import org.recsys4j.models.fit.NegativeSampling;
import org.recsys4j.models.fit.PositiveSampling;
import org.recsys4j.models.nn.optimizer.Rule;
import org.recsys4j.models.nn.optimizer.Schedule;
import org.recsys4j.models.nn.optimizer.StepOptions;

class LightGcnContractTest extends RecommenderContract<LightGcn.Options> {
  @Override
  protected RecommenderFactory<LightGcn.Options> factory() {
    return new LightGcn.Factory();
  }

  @Override
  protected LightGcn.Options options() {
    return new LightGcn.Options(
        8,
        2,
        PositiveSampling.USERS,
        new NegativeOptions(NegativeSampling.IN_BATCH, 0),
        new StepOptions(Rule.ADAM, 0.03, Schedule.COSINE, 3, 0, 0),
        1e-4,
        256,
        15,
        3,
        1);
  }
}
