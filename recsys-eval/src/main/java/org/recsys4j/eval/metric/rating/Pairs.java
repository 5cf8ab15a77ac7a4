package org.recsys4j.eval.metric.rating;

import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.recsys4j.api.Accumulator;
import org.recsys4j.api.EvaluationContext;
import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricNeed;
import org.recsys4j.api.RelevantItems;
import org.recsys4j.api.UserRanking;

/** The mean, over all relevant pairs of user and item, of a number that each of them has. */
record Pairs(String label, boolean higherIsBetter, OfPair number, DoubleUnaryOperator finish)
    implements Metric {
  static final Set<MetricNeed> NEEDS = Set.of(MetricNeed.VALUES, MetricNeed.SCORES);

  /** What one pair adds. */
  @FunctionalInterface
  interface OfPair {
    double of(double score, double value);
  }

  @Override
  public int depth() {
    return 1;
  }

  @Override
  public Set<MetricNeed> needs() {
    return NEEDS;
  }

  @Override
  public Accumulator start(EvaluationContext context) {
    return new Mean();
  }

  private final class Mean implements Accumulator {
    private double sum;
    private long pairs;

    @Override
    public double add(UserRanking ranking) {
      RelevantItems items = ranking.relevantItems();
      for (int i = 0; i < items.size(); i++) {
        sum += number.of(items.score(i), items.value(i));
      }
      pairs += items.size();
      return Double.NaN;
    }

    @Override
    public void merge(Accumulator other) {
      Mean that = (Mean) other;
      sum += that.sum;
      pairs += that.pairs;
    }

    @Override
    public double result() {
      return pairs == 0 ? Double.NaN : finish.applyAsDouble(sum / pairs);
    }
  }
}
