package org.recsys4j.eval.metric.unbiased;

import java.util.function.Function;
import org.recsys4j.api.EvaluationContext;
import org.recsys4j.api.data.Interactions;

/**
 * The reward of each item that the training part lets expect: the mean value of its events, and
 * that of all events for an item without any. Immutable.
 */
final class Rewards {
  private final double[] ofItem;

  private Rewards(double[] ofItem) {
    this.ofItem = ofItem;
  }

  /** How they are computed. */
  record Recipe() implements Function<EvaluationContext, Rewards> {
    @Override
    public Rewards apply(EvaluationContext context) {
      Interactions events = context.training();
      double[] sums = new double[events.items()];
      int[] counts = events.itemCounts();
      double all = 0;
      for (int event = 0; event < events.size(); event++) {
        sums[events.item(event)] += events.value(event);
        all += events.value(event);
      }
      double mean = events.size() == 0 ? 0 : all / events.size();
      for (int item = 0; item < sums.length; item++) {
        sums[item] = counts[item] == 0 ? mean : sums[item] / counts[item];
      }
      return new Rewards(sums);
    }
  }

  double of(int item) {
    return ofItem[item];
  }
}
