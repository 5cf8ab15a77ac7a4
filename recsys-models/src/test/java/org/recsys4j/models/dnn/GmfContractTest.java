package org.recsys4j.models.dnn;

import org.recsys4j.api.RecommenderFactory;
import org.recsys4j.api.contract.RecommenderContract;

class GmfContractTest extends RecommenderContract<Gmf.Options> {
  @Override
  protected RecommenderFactory<Gmf.Options> factory() {
    return new Gmf.Factory();
  }

  @Override
  protected Gmf.Options options() {
    return new Gmf.Options(8, 3, 1024, 0.02, 0, 12, 3, 1);
  }
}
