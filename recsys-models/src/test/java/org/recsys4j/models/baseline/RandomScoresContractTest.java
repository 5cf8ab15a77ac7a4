package org.recsys4j.models.baseline;

import org.recsys4j.api.RecommenderFactory;
import org.recsys4j.api.contract.RecommenderContract;

class RandomScoresContractTest extends RecommenderContract<RandomScores.Options> {
  @Override
  protected RecommenderFactory<RandomScores.Options> factory() {
    return new RandomScores.Factory();
  }

  @Override
  protected RandomScores.Options options() {
    return new RandomScores.Options();
  }

  @Override
  protected boolean personalised() {
    return false;
  }
}
