package org.recsys4j.api.kit;

import java.util.concurrent.atomic.AtomicInteger;
import org.recsys4j.api.Accumulator;
import org.recsys4j.api.EvaluationContext;
import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricFactory;
import org.recsys4j.api.UserRanking;
import org.recsys4j.api.UserRanking.TieGroup;

/** Precision at a depth: a right metric, unless a {@link MetricFault} is asked for. */
final class BreakableMetric implements Metric {
  private final MetricFault fault;
  private final int depth;
  private final AtomicInteger calls = new AtomicInteger();
  private final Mean shared = new Mean();

  record Options(int k) {}

  private BreakableMetric(MetricFault fault, int depth) {
    this.fault = fault;
    this.depth = depth;
  }

  @Override
  public String label() {
    return switch (fault) {
      case LABEL_COUNTS_ITS_CALLS -> "Precision" + calls.incrementAndGet();
      case LABEL_WITH_TAB -> "Precision\t@" + depth;
      default -> "Precision@" + depth;
    };
  }

  @Override
  public boolean higherIsBetter() {
    return true;
  }

  @Override
  public int depth() {
    return fault == MetricFault.DEPTH_OF_ZERO ? 0 : depth;
  }

  @Override
  public Accumulator start(EvaluationContext context) {
    return fault == MetricFault.KEEPS_SUMS_IN_THE_METRIC ? shared : new Mean();
  }

  private double value(UserRanking ranking) {
    if (fault == MetricFault.NAN_FOR_AN_EMPTY_LIST && ranking.size() == 0) {
      return Double.NaN;
    }
    int last = fault == MetricFault.LOOKS_BEYOND_ITS_DEPTH ? ranking.size() : depth;
    double hits = 0;
    if (fault == MetricFault.COUNTS_THE_ORDER_SHOWN || fault == MetricFault.REWARDS_LATE_PLACES) {
      for (int place = 0; place < Math.min(last, ranking.size()); place++) {
        double weight = fault == MetricFault.REWARDS_LATE_PLACES ? (1.0 + place) / depth : 1;
        hits += ranking.isRelevant(place) ? weight : 0;
      }
    } else {
      for (TieGroup group : ranking.groups()) {
        double inside = Math.min(group.size(), Math.max(0, last - group.start()));
        hits +=
            fault == MetricFault.COUNTS_ALL_TIES_AS_FOUND
                ? Math.min(inside, group.relevant())
                : group.relevant() * inside / group.size();
      }
    }
    return switch (fault) {
      case PERCENT -> 100 * hits / depth;
      case DIVIDES_BY_THE_LENGTH_OF_THE_LIST -> hits / Math.max(1, ranking.size());
      case DIVIDES_BY_ONE_MORE -> hits / (depth + 1);
      default -> hits / depth;
    };
  }

  private final class Mean implements Accumulator {
    private double sum;
    private long users;

    @Override
    public synchronized double add(UserRanking ranking) {
      double value = value(ranking);
      sum += value;
      users++;
      return value;
    }

    @Override
    public void merge(Accumulator other) {
      Mean that = (Mean) other;
      switch (fault) {
        case FORGETS_WHAT_IS_MERGED -> {}
        case MERGES_WITHOUT_WEIGHTS -> {
          sum = users == 0 ? that.result() : (result() + that.result()) / 2;
          users = 1;
        }
        default -> {
          sum += that.sum;
          users += that.users;
        }
      }
    }

    @Override
    public double result() {
      if (users == 0) {
        return fault == MetricFault.ZERO_WITHOUT_USERS ? 0 : Double.NaN;
      }
      return switch (fault) {
        case SUMS_OVER_USERS -> sum;
        case RESULT_IN_PERCENT -> 100 * sum / users;
        default -> sum / users;
      };
    }
  }

  record Factory(MetricFault fault) implements MetricFactory<Options> {
    @Override
    @SuppressWarnings({"unchecked", "rawtypes"})
    public Class<Options> optionsType() {
      return fault == MetricFault.OPTIONS_TYPE_IS_NO_RECORD
          ? (Class<Options>) (Class) Record.class
          : Options.class;
    }

    @Override
    public String summary() {
      return fault == MetricFault.SUMMARY_OF_TWO_LINES ? "share\nof hits" : "share of hits";
    }

    @Override
    public Metric create(Options options) {
      return new BreakableMetric(fault, options.k());
    }
  }
}
