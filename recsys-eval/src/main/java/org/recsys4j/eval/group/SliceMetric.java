package org.recsys4j.eval.group;

import java.util.EnumSet;
import java.util.Set;
import org.recsys4j.api.Accumulator;
import org.recsys4j.api.EvaluationContext;
import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricNeed;
import org.recsys4j.api.UserRanking;

/** A metric of the users of a group, or of the relevant items in one. */
record SliceMetric(Metric metric, Slice slice) implements Metric {
  @Override
  public String label() {
    return metric.label() + " {" + slice.by() + ": " + slice.name() + "}";
  }

  @Override
  public boolean higherIsBetter() {
    return metric.higherIsBetter();
  }

  @Override
  public int depth() {
    return metric.depth();
  }

  @Override
  public Set<MetricNeed> needs() {
    Set<MetricNeed> needs = EnumSet.noneOf(MetricNeed.class);
    needs.addAll(metric.needs());
    if (!slice.ofUsers()) {
      needs.add(MetricNeed.RELEVANT_ITEMS);
    }
    return needs;
  }

  @Override
  public Accumulator start(EvaluationContext context) {
    return new Part(metric.start(context), slice);
  }

  private record Part(Accumulator accumulator, Slice slice) implements Accumulator {
    @Override
    public double add(UserRanking ranking) {
      return slice.part().apply(ranking).map(accumulator::add).orElse(Double.NaN);
    }

    @Override
    public void merge(Accumulator other) {
      accumulator.merge(((Part) other).accumulator);
    }

    @Override
    public double result() {
      return accumulator.result();
    }
  }
}
