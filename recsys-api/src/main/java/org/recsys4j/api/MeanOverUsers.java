package org.recsys4j.api;

import java.util.function.ToDoubleFunction;

/** The macro average of a number that each evaluated user has. */
record MeanOverUsers(
    String label, int depth, boolean higherIsBetter, ToDoubleFunction<UserRanking> value)
    implements Metric {

  MeanOverUsers {
    if (depth < 1) {
      throw new IllegalArgumentException("depth of " + label + " is " + depth + ", at least 1");
    }
  }

  @Override
  public Accumulator start(EvaluationContext context) {
    return new Mean();
  }

  private final class Mean implements Accumulator {
    private double sum;
    private long users;

    @Override
    public double add(UserRanking ranking) {
      double number = value.applyAsDouble(ranking);
      sum += number;
      users++;
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
