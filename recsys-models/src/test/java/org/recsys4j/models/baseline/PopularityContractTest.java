package org.recsys4j.models.baseline;

import org.recsys4j.api.RecommenderFactory;
import org.recsys4j.api.contract.RecommenderContract;

class PopularityContractTest extends RecommenderContract<Popularity.Options> {
  @Override
  protected RecommenderFactory<Popularity.Options> factory() {
    return new Popularity.Factory();
  }

  @Override
  protected Popularity.Options options() {
    return new Popularity.Options();
  }

  @Override
  protected boolean personalised() {
    return false;
  }
}
