package org.recsys4j.data.candidate;

import org.recsys4j.api.CandidatePolicy;
import org.recsys4j.api.contract.CandidatePolicyContract;

class UniformSampleContractTest extends CandidatePolicyContract<UniformSample.Options> {
  @Override
  protected CandidatePolicy<UniformSample.Options> policy() {
    return new UniformSample();
  }

  @Override
  protected UniformSample.Options options() {
    return new UniformSample.Options(10);
  }
}
