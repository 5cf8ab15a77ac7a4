package org.recsys4j.data.candidate;

import org.recsys4j.api.CandidatePolicy;
import org.recsys4j.api.contract.CandidatePolicyContract;

class GivenCandidatesContractTest extends CandidatePolicyContract<GivenCandidates.Options> {
  @Override
  protected CandidatePolicy<GivenCandidates.Options> policy() {
    return new GivenCandidates();
  }

  @Override
  protected GivenCandidates.Options options() {
    return new GivenCandidates.Options();
  }
}
