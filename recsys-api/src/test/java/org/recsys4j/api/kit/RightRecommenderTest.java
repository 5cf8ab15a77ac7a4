package org.recsys4j.api.kit;

import org.junit.jupiter.api.Nested;
import org.recsys4j.api.RecommenderFactory;
import org.recsys4j.api.contract.RecommenderContract;

/** Right models pass the kit. */
class RightRecommenderTest {
  private static BreakableRecommender.Options few() {
    return new BreakableRecommender.Options(0.01f);
  }

  @Nested
  class Personalised extends RecommenderContract<BreakableRecommender.Options> {
    @Override
    protected RecommenderFactory<BreakableRecommender.Options> factory() {
      return new BreakableRecommender.Factory(Fault.NONE);
    }

    @Override
    protected BreakableRecommender.Options options() {
      return few();
    }
  }

  @Nested
  class NotPersonalised extends RecommenderContract<BreakableRecommender.Options> {
    @Override
    protected RecommenderFactory<BreakableRecommender.Options> factory() {
      return new BreakableRecommender.Factory(Fault.SCORES_POPULARITY);
    }

    @Override
    protected BreakableRecommender.Options options() {
      return few();
    }

    @Override
    protected boolean personalised() {
      return false;
    }
  }
}
