package org.recsys4j.api.kit;

import java.util.BitSet;
import org.junit.jupiter.api.Nested;
import org.recsys4j.api.Accumulator;
import org.recsys4j.api.EvaluationContext;
import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricFactory;
import org.recsys4j.api.UserRanking;
import org.recsys4j.api.UserRanking.TieGroup;
import org.recsys4j.api.contract.MetricContract;

/** Right metrics pass the kit: of accuracy, of errors, of all lists together. */
class RightMetricTest {
  record Options(int k) {}

  @Nested
  class Precision extends MetricContract<BreakableMetric.Options> {
    @Override
    protected MetricFactory<BreakableMetric.Options> factory() {
      return new BreakableMetric.Factory(MetricFault.NONE);
    }

    @Override
    protected BreakableMetric.Options options() {
      return new BreakableMetric.Options(10);
    }
  }

  @Nested
  class PrecisionOfOne extends MetricContract<BreakableMetric.Options> {
    @Override
    protected MetricFactory<BreakableMetric.Options> factory() {
      return new BreakableMetric.Factory(MetricFault.NONE);
    }

    @Override
    protected BreakableMetric.Options options() {
      return new BreakableMetric.Options(1);
    }
  }

  /** The share of places that are not relevant: lower is better. */
  @Nested
  class Misses extends MetricContract<Options> {
    @Override
    protected MetricFactory<Options> factory() {
      return factoryOf(k -> Metric.perUser("Misses@" + k, k, false, ranking -> misses(ranking, k)));
    }

    @Override
    protected Options options() {
      return new Options(5);
    }

    private static double misses(UserRanking ranking, int k) {
      double hits = 0;
      for (TieGroup group : ranking.groups()) {
        double inside = Math.min(group.size(), Math.max(0, k - group.start()));
        hits += group.relevant() * inside / group.size();
      }
      return 1 - hits / k;
    }
  }

  /** The share of the items that somebody is shown: no number of a user. */
  @Nested
  class Coverage extends MetricContract<Options> {
    @Override
    protected MetricFactory<Options> factory() {
      return factoryOf(CoverageMetric::new);
    }

    @Override
    protected Options options() {
      return new Options(5);
    }

    @Override
    protected boolean accuracy() {
      return false;
    }
  }

  private interface Maker {
    Metric make(int k);
  }

  private static MetricFactory<Options> factoryOf(Maker maker) {
    return new MetricFactory<>() {
      @Override
      public Class<Options> optionsType() {
        return Options.class;
      }

      @Override
      public String summary() {
        return "a metric";
      }

      @Override
      public Metric create(Options options) {
        return maker.make(options.k());
      }
    };
  }

  private record CoverageMetric(int depth) implements Metric {
    @Override
    public String label() {
      return "Coverage@" + depth;
    }

    @Override
    public boolean higherIsBetter() {
      return true;
    }

    @Override
    public Accumulator start(EvaluationContext context) {
      return new Shown(context.candidates().size());
    }

    private final class Shown implements Accumulator {
      private final BitSet items = new BitSet();
      private final int candidates;
      private boolean used;

      Shown(int candidates) {
        this.candidates = candidates;
      }

      @Override
      public double add(UserRanking ranking) {
        used = true;
        for (int place = 0; place < Math.min(depth, ranking.size()); place++) {
          items.set(ranking.item(place));
        }
        return Double.NaN;
      }

      @Override
      public void merge(Accumulator other) {
        used |= ((Shown) other).used;
        items.or(((Shown) other).items);
      }

      @Override
      public double result() {
        return used ? (double) items.cardinality() / candidates : Double.NaN;
      }
    }
  }
}
