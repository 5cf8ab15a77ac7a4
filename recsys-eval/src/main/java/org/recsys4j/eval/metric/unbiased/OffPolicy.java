package org.recsys4j.eval.metric.unbiased;

import java.util.Set;
import java.util.function.Function;
import org.recsys4j.api.Accumulator;
import org.recsys4j.api.EvaluationContext;
import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricNeed;
import org.recsys4j.api.UserRanking;
import org.recsys4j.api.data.Interactions;

/** Sums over the logged events of the evaluated users. */
record OffPolicy(
    String label,
    LoggedOptions options,
    Set<MetricNeed> needs,
    Function<EvaluationContext, Predicted> predicted,
    Estimate estimate)
    implements Metric {
  /** The reward that is expected of an item. */
  @FunctionalInterface
  interface Predicted {
    double of(int item);
  }

  /** What is made of the sums. */
  @FunctionalInterface
  interface Estimate {
    /**
     * The estimate.
     *
     * @param events how many there are, at least 1
     * @param weights the sum of their weights
     * @param rewards the weighted sum of rewards less predicted ones
     * @param lists the sum, over events, of the reward predicted for the list
     */
    double of(long events, double weights, double rewards, double lists);
  }

  @Override
  public boolean higherIsBetter() {
    return true;
  }

  @Override
  public int depth() {
    return options.k();
  }

  @Override
  public Accumulator start(EvaluationContext context) {
    Propensities propensities = context.derived(new Propensities.Of(options.column()));
    return new Sums(context.heldOut(), propensities, predicted.apply(context));
  }

  private final class Sums implements Accumulator {
    private final Interactions log;
    private final Propensities propensities;
    private final Predicted prediction;
    private long events;
    private double weights;
    private double rewards;
    private double lists;

    Sums(Interactions log, Propensities propensities, Predicted prediction) {
      this.log = log;
      this.propensities = propensities;
      this.prediction = prediction;
    }

    @Override
    public double add(UserRanking ranking) {
      int shown = Math.min(options.k(), ranking.size());
      double list = 0;
      for (int place = 0; place < shown; place++) {
        list += prediction.of(ranking.item(place)) / shown;
      }
      for (int event = log.start(ranking.user()); event < log.end(ranking.user()); event++) {
        events++;
        lists += list;
        if (isShown(ranking, shown, log.item(event))) {
          double weight = 1 / (shown * propensities.of(event));
          weight = Math.min(weight, options.maxWeight().orElse(Double.POSITIVE_INFINITY));
          weights += weight;
          rewards += weight * (log.value(event) - prediction.of(log.item(event)));
        }
      }
      return Double.NaN;
    }

    private static boolean isShown(UserRanking ranking, int shown, int item) {
      for (int place = 0; place < shown; place++) {
        if (ranking.item(place) == item) {
          return true;
        }
      }
      return false;
    }

    @Override
    public void merge(Accumulator other) {
      Sums that = (Sums) other;
      events += that.events;
      weights += that.weights;
      rewards += that.rewards;
      lists += that.lists;
    }

    @Override
    public double result() {
      return events == 0 ? Double.NaN : estimate.of(events, weights, rewards, lists);
    }
  }
}
