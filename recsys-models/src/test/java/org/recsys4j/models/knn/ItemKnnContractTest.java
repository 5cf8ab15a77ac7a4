package org.recsys4j.models.knn;

import org.recsys4j.api.RecommenderFactory;
import org.recsys4j.api.contract.RecommenderContract;

class ItemKnnContractTest extends RecommenderContract<ItemKnn.Options> {
  @Override
  protected RecommenderFactory<ItemKnn.Options> factory() {
    return new ItemKnn.Factory();
  }

  @Override
  protected ItemKnn.Options options() {
    return new ItemKnn.Options(20, Similarity.COSINE, 5);
  }
}
