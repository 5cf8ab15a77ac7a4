package org.recsys4j.models.gnn;

import org.recsys4j.api.RecommenderFactory;
import org.recsys4j.api.contract.RecommenderContract;

class LightGcnContractTest extends RecommenderContract<LightGcn.Options> {
  @Override
  protected RecommenderFactory<LightGcn.Options> factory() {
    return new LightGcn.Factory();
  }

  @Override
  protected LightGcn.Options options() {
    return new LightGcn.Options(8, 2, 0.02, 1e-4, 256, 15, 3, 1);
  }
}
