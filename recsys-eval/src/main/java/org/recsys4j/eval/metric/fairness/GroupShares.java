package org.recsys4j.eval.metric.fairness;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import org.recsys4j.api.Accumulator;
import org.recsys4j.api.EvaluationContext;
import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricNeed;
import org.recsys4j.api.UserRanking;
import org.recsys4j.eval.metric.beyond.Tags;

/** Metrics that compare, between groups of items, a share: so much out of so much. */
record GroupShares(
    String label,
    int depth,
    Set<MetricNeed> needs,
    Function<EvaluationContext, Tags> groups,
    Counter counter)
    implements Metric {
  /** Adds one user's numbers. */
  @FunctionalInterface
  interface Counter {
    /** Adds to {@code parts} and {@code wholes}, which have one number a group. */
    void count(
        UserRanking ranking,
        EvaluationContext context,
        Tags groups,
        double[] parts,
        double[] wholes);
  }

  @Override
  public boolean higherIsBetter() {
    return false;
  }

  @Override
  public Accumulator start(EvaluationContext context) {
    return new Shares(context, groups.apply(context));
  }

  private final class Shares implements Accumulator {
    private final EvaluationContext context;
    private final Tags tags;
    private final double[] parts;
    private final double[] wholes;

    Shares(EvaluationContext context, Tags tags) {
      this.context = context;
      this.tags = tags;
      this.parts = new double[tags.names().size()];
      this.wholes = new double[parts.length];
    }

    @Override
    public double add(UserRanking ranking) {
      counter.count(ranking, context, tags, parts, wholes);
      return Double.NaN;
    }

    @Override
    public void merge(Accumulator other) {
      Shares that = (Shares) other;
      Arrays.setAll(parts, group -> parts[group] + that.parts[group]);
      Arrays.setAll(wholes, group -> wholes[group] + that.wholes[group]);
    }

    /** Relative standard deviation of the shares of the groups that have one. */
    @Override
    public double result() {
      double count = 0;
      double sum = 0;
      for (int group = 0; group < parts.length; group++) {
        if (wholes[group] > 0) {
          count++;
          sum += parts[group] / wholes[group];
        }
      }
      double mean = sum / count;
      double squares = 0;
      for (int group = 0; group < parts.length; group++) {
        if (wholes[group] > 0) {
          double deviation = parts[group] / wholes[group] - mean;
          squares += deviation * deviation;
        }
      }
      return sum == 0 ? Double.NaN : Math.sqrt(squares / count) / mean;
    }
  }
}
