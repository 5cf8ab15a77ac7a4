package org.recsys4j.models.gnn;

import org.recsys4j.api.RecommenderFactory;
import org.recsys4j.api.contract.RecommenderContract;
import org.recsys4j.models.fit.NegativeOptions;
import org.recsys4j.models.fit.NegativeSampling;
import org.recsys4j.models.fit.PositiveSampling;
import org.recsys4j.models.nn.optimizer.StepOptions;

class NgcfContractTest extends RecommenderContract<Ngcf.Options> {
  @Override
  protected RecommenderFactory<Ngcf.Options> factory() {
    return new Ngcf.Factory();
  }

  @Override
  protected Ngcf.Options options() {
    return new Ngcf.Options(
        8,
        2,
        0.1,
        PositiveSampling.PAIRS,
        new NegativeOptions(NegativeSampling.POPULARITY, 0.75),
        StepOptions.constant(0.02),
        1e-4,
        256,
        15,
        3,
        1);
  }
}
