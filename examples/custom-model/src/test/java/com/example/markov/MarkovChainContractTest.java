package com.example.markov;

import org.recsys4j.api.RecommenderFactory;
import org.recsys4j.api.contract.RecommenderContract;

/** The model keeps every promise that recommenders give. */
class MarkovChainContractTest extends RecommenderContract<MarkovChain.Options> {
  @Override
  protected RecommenderFactory<MarkovChain.Options> factory() {
    return new MarkovChain.Factory();
  }

  @Override
  protected MarkovChain.Options options() {
    return new MarkovChain.Options(0.9);
  }
}
