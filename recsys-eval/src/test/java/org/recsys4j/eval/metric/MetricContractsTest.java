package org.recsys4j.eval.metric;

import org.junit.jupiter.api.Nested;
import org.recsys4j.api.MetricFactory;
import org.recsys4j.api.contract.MetricContract;

/** Every metric keeps the contract, for an even and an odd cut-off. */
class MetricContractsTest {
  abstract static class AtCutoff extends MetricContract<Cutoff> {
    private final MetricFactory<Cutoff> factory;
    private final int k;

    AtCutoff(MetricFactory<Cutoff> factory, int k) {
      this.factory = factory;
      this.k = k;
    }

    @Override
    protected MetricFactory<Cutoff> factory() {
      return factory;
    }

    @Override
    protected Cutoff options() {
      return new Cutoff(k);
    }
  }

  @Nested
  class NdcgAt10 extends AtCutoff {
    NdcgAt10() {
      super(new Ndcg(), 10);
    }
  }

  @Nested
  class NdcgAt5 extends AtCutoff {
    NdcgAt5() {
      super(new Ndcg(), 5);
    }
  }

  @Nested
  class RecallAt10 extends AtCutoff {
    RecallAt10() {
      super(new Recall(), 10);
    }
  }

  @Nested
  class RecallAt5 extends AtCutoff {
    RecallAt5() {
      super(new Recall(), 5);
    }
  }

  @Nested
  class PrecisionAt10 extends AtCutoff {
    PrecisionAt10() {
      super(new Precision(), 10);
    }
  }

  @Nested
  class PrecisionAt5 extends AtCutoff {
    PrecisionAt5() {
      super(new Precision(), 5);
    }
  }

  @Nested
  class F1At10 extends AtCutoff {
    F1At10() {
      super(new F1(), 10);
    }
  }

  @Nested
  class F1At5 extends AtCutoff {
    F1At5() {
      super(new F1(), 5);
    }
  }

  @Nested
  class HitRateAt10 extends AtCutoff {
    HitRateAt10() {
      super(new HitRate(), 10);
    }
  }

  @Nested
  class HitRateAt5 extends AtCutoff {
    HitRateAt5() {
      super(new HitRate(), 5);
    }
  }

  @Nested
  class MrrAt10 extends AtCutoff {
    MrrAt10() {
      super(new Mrr(), 10);
    }
  }

  @Nested
  class MrrAt5 extends AtCutoff {
    MrrAt5() {
      super(new Mrr(), 5);
    }
  }

  @Nested
  class MeanAveragePrecisionAt10 extends AtCutoff {
    MeanAveragePrecisionAt10() {
      super(new MeanAveragePrecision(), 10);
    }
  }

  @Nested
  class MeanAveragePrecisionAt5 extends AtCutoff {
    MeanAveragePrecisionAt5() {
      super(new MeanAveragePrecision(), 5);
    }
  }

  @Nested
  class CoverageAt10 extends AtCutoff {
    CoverageAt10() {
      super(new Coverage(), 10);
    }

    @Override
    protected boolean accuracy() {
      return false;
    }
  }
}
