package org.recsys4j.data.prepare;

import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.recsys4j.api.Preparation;
import org.recsys4j.api.contract.PreparationContract;

/** Every preparation passes the kit that authors of others run on theirs. */
class PreparationContractsTest {
  abstract static class Contract<O extends Record> extends PreparationContract<O> {
    private final Preparation<O> preparation;
    private final O options;
    private final boolean usersAreIndependent;

    Contract(Preparation<O> preparation, O options, boolean usersAreIndependent) {
      this.preparation = preparation;
      this.options = options;
      this.usersAreIndependent = usersAreIndependent;
    }

    @Override
    protected Preparation<O> preparation() {
      return preparation;
    }

    @Override
    protected O options() {
      return options;
    }

    @Override
    protected boolean usersAreIndependent() {
      return usersAreIndependent;
    }
  }

  @Nested
  class OfDeduplicate extends Contract<Deduplicate.Options> {
    OfDeduplicate() {
      super(new Deduplicate(), new Deduplicate.Options(Deduplicate.Keep.SUM), true);
    }
  }

  @Nested
  class OfKCore extends Contract<KCore.Options> {
    OfKCore() {
      super(new KCore(), new KCore.Options(3, 3), false);
    }
  }

  @Nested
  class OfMinimumCount extends Contract<MinimumCount.Options> {
    OfMinimumCount() {
      super(new MinimumCount(), new MinimumCount.Options(5, 5, MinimumCount.First.ITEMS), false);
    }
  }

  @Nested
  class OfValueThreshold extends Contract<ValueThreshold.Options> {
    OfValueThreshold() {
      super(new ValueThreshold(), new ValueThreshold.Options(3), true);
    }
  }

  @Nested
  class OfValueInterval extends Contract<ValueInterval.Options> {
    OfValueInterval() {
      super(
          new ValueInterval(), new ValueInterval.Options(Optional.of(2.0), Optional.of(4.0)), true);
    }
  }

  @Nested
  class OfImplicit extends Contract<Implicit.Options> {
    OfImplicit() {
      super(new Implicit(), new Implicit.Options(Optional.of(4.0)), true);
    }
  }

  @Nested
  class OfTimeWindow extends Contract<TimeWindow.Options> {
    OfTimeWindow() {
      super(new TimeWindow(), new TimeWindow.Options(Optional.of("10"), Optional.of("300")), true);
    }
  }

  @Nested
  class OfActivityCap extends Contract<ActivityCap.Options> {
    OfActivityCap() {
      super(new ActivityCap(), new ActivityCap.Options(4, ActivityCap.Keep.RANDOM), true);
    }
  }

  @Nested
  class OfSampleUsers extends Contract<SampleUsers.Options> {
    OfSampleUsers() {
      super(new SampleUsers(), new SampleUsers.Options(0.5), true);
    }
  }
}
