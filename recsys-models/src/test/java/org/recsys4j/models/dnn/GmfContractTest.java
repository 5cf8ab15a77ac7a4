package org.recsys4j.models.dnn;

import org.recsys4j.api.RecommenderFactory;
import org.recsys4j.api.contract.RecommenderContract;
import org.recsys4j.models.fit.NegativeOptions;
import org.recsys4j.models.fit.NegativeSampling;
import org.recsys4j.models.nn.optimizer.Rule;
import org.recsys4j.models.nn.optimizer.Schedule;
import org.recsys4j.models.nn.optimizer.StepOptions;

class GmfContractTest extends RecommenderContract<Gmf.Options> {
  @Override
  protected RecommenderFactory<Gmf.Options> factory() {
    return new Gmf.Factory();
  }

  @Override
  protected Gmf.Options options() {
    return new Gmf.Options(
        8,
        3,
        new NegativeOptions(NegativeSampling.POPULARITY, 0.5),
        1024,
        new StepOptions(Rule.ADAM, 0.03, Schedule.COSINE, 4, 1e-4, 1),
        0,
        12,
        3,
        1);
  }
}
