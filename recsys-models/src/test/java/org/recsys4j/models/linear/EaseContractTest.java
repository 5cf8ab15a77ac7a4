package org.recsys4j.models.linear;

import org.recsys4j.api.RecommenderFactory;
import org.recsys4j.api.contract.RecommenderContract;

class EaseContractTest extends RecommenderContract<Ease.Options> {
  @Override
  protected RecommenderFactory<Ease.Options> factory() {
    return new Ease.Factory();
  }

  @Override
  protected Ease.Options options() {
    return new Ease.Options(10);
  }
}
