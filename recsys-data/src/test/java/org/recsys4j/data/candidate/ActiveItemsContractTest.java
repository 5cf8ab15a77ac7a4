package org.recsys4j.data.candidate;

import org.recsys4j.api.CandidatePolicy;
import org.recsys4j.api.contract.CandidatePolicyContract;

class ActiveItemsContractTest extends CandidatePolicyContract<ActiveItems.Options> {
  @Override
  protected CandidatePolicy<ActiveItems.Options> policy() {
    return new ActiveItems();
  }

  @Override
  protected ActiveItems.Options options() {
    return new ActiveItems.Options(0.01);
  }
}
