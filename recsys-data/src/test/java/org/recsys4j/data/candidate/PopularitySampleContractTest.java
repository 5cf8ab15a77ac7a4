package org.recsys4j.data.candidate;

import org.recsys4j.api.CandidatePolicy;
import org.recsys4j.api.contract.CandidatePolicyContract;

class PopularitySampleContractTest extends CandidatePolicyContract<PopularitySample.Options> {
  @Override
  protected CandidatePolicy<PopularitySample.Options> policy() {
    return new PopularitySample();
  }

  @Override
  protected PopularitySample.Options options() {
    return new PopularitySample.Options(10, 0.75);
  }
}
