package org.recsys4j.eval.protocol;

import org.recsys4j.api.CandidatePolicy;
import org.recsys4j.api.contract.CandidatePolicyContract;

class AllItemsContractTest extends CandidatePolicyContract<AllItems.Options> {
  @Override
  protected CandidatePolicy<AllItems.Options> policy() {
    return new AllItems();
  }

  @Override
  protected AllItems.Options options() {
    return new AllItems.Options();
  }
}
