package org.recsys4j.api;

import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The macro average of a number that evaluated users have; NaN where one has none. */
record MeanOverUsers(
    String label,
    int depth,
    boolean higherIsBetter,
    Set<MetricNeed> needs,
    Function<EvaluationContext, ToDoubleFunction<UserRanking>> value)
    implements Metric {

  MeanOverUsers {
    needs = Set.copyOf(needs);
    if (depth < 1) {
      throw new IllegalArgumentException("depth of " + label + " is " + depth + ", at least 1");
    }
  }

  @Override
  public Accumulator start(EvaluationContext context) {
    return new Mean(value.apply(context));
  }

  private static final class Mean implements Accumulator {
    private final ToDoubleFunction<UserRanking> value;
    private double sum;
    private long users;

    Mean(ToDoubleFunction<UserRanking> value) {
      this.value = value;
    }

    @Override
    public double add(UserRanking ranking) {
      double number = value.applyAsDouble(ranking);
      if (!Double.isNaN(number)) {
        sum += number;
        users++;
      }
      return number;
    }

    @Override
    public void merge(Accumulator other) {
      Mean that = (Mean) other;
      sum += that.sum;
      users += that.users;
    }

    @Override
    public double result() {
      return users == 0 ? Double.NaN : sum / users;
    }
  }
}
