package org.recsys4j.data.split;

import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.recsys4j.api.Splitter;
import org.recsys4j.api.contract.SplitPromise;
import org.recsys4j.api.contract.SplitterContract;
import org.recsys4j.data.split.Ways.Way;

/** Every splitter passes the kit that authors of others run on theirs. */
class SplitterContractsTest {
  abstract static class Contract<O extends Record> extends SplitterContract<O> {
    private final Way<O> way;

    Contract(Way<O> way) {
      this.way = way;
    }

    @Override
    protected Splitter<O> splitter() {
      return way.splitter();
    }

    @Override
    protected O options() {
      return way.options();
    }

    @Override
    protected Set<SplitPromise> promises() {
      return way.promises();
    }
  }

  @Nested
  class GlobalWay extends Contract<GlobalTime.Options> {
    GlobalWay() {
      super(Ways.GLOBAL);
    }
  }

  @Nested
  class RollingWay extends Contract<GlobalTime.Options> {
    RollingWay() {
      super(Ways.ROLLING);
    }
  }

  @Nested
  class LastFewWay extends Contract<LeaveLastOut.Options> {
    LastFewWay() {
      super(Ways.LAST_FEW);
    }
  }

  @Nested
  class TemporalWay extends Contract<TemporalHoldout.Options> {
    TemporalWay() {
      super(Ways.TEMPORAL);
    }
  }

  @Nested
  class RandomWay extends Contract<RandomHoldout.Options> {
    RandomWay() {
      super(Ways.RANDOM);
    }
  }

  @Nested
  class RandomOfAllWay extends Contract<RandomHoldout.Options> {
    RandomOfAllWay() {
      super(Ways.RANDOM_OF_ALL);
    }
  }

  @Nested
  class FoldWay extends Contract<KFold.Options> {
    FoldWay() {
      super(Ways.FOLD);
    }
  }

  @Nested
  class FoldOfAllWay extends Contract<KFold.Options> {
    FoldOfAllWay() {
      super(Ways.FOLD_OF_ALL);
    }
  }

  @Nested
  class OneWay extends Contract<LeaveOneOut.Options> {
    OneWay() {
      super(Ways.ONE);
    }
  }

  @Nested
  class ColdUsersWay extends Contract<ColdUsers.Options> {
    ColdUsersWay() {
      super(Ways.COLD_USERS);
    }
  }

  @Nested
  class LatestUsersWay extends Contract<ColdUsers.Options> {
    LatestUsersWay() {
      super(Ways.LATEST_USERS);
    }
  }

  @Nested
  class ColdItemsWay extends Contract<ColdItems.Options> {
    ColdItemsWay() {
      super(Ways.COLD_ITEMS);
    }
  }

  @Nested
  class LatestItemsWay extends Contract<ColdItems.Options> {
    LatestItemsWay() {
      super(Ways.LATEST_ITEMS);
    }
  }

  @Nested
  class FoldInWay extends Contract<FoldInUsers.Options> {
    FoldInWay() {
      super(Ways.FOLD_IN);
    }
  }

  @Nested
  class FoldInLatestWay extends Contract<FoldInUsers.Options> {
    FoldInLatestWay() {
      super(Ways.FOLD_IN_LATEST);
    }
  }

  @Nested
  class SessionWay extends Contract<SessionSplit.Options> {
    SessionWay() {
      super(Ways.SESSION);
    }
  }

  @Nested
  class GivenWay extends Contract<GivenSplit.Options> {
    GivenWay() {
      super(Ways.GIVEN);
    }
  }
}
