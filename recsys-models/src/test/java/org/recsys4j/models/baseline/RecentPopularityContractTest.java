package org.recsys4j.models.baseline;

import org.recsys4j.api.RecommenderFactory;
import org.recsys4j.api.contract.RecommenderContract;

class RecentPopularityContractTest extends RecommenderContract<RecentPopularity.Options> {
  @Override
  protected RecommenderFactory<RecentPopularity.Options> factory() {
    return new RecentPopularity.Factory();
  }

  @Override
  protected RecentPopularity.Options options() {
    return new RecentPopularity.Options(0.5);
  }

  @Override
  protected boolean personalised() {
    return false;
  }
}
