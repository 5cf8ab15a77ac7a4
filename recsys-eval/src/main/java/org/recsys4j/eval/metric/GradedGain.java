package org.recsys4j.eval.metric;

import java.util.Arrays;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricNeed;
import org.recsys4j.api.RelevantItems;

/** nDCG whose gains follow from the values of held-out events. */
final class GradedGain {
  private GradedGain() {}

  static Metric metric(String label, int k, DoubleUnaryOperator gain) {
    double[] discounts = Places.discounts(k);
    return Metric.perUser(
        label,
        k,
        true,
        Set.of(MetricNeed.VALUES),
        context -> ranking -> of(ranking.relevantItems(), gain, discounts));
  }

  private static double of(RelevantItems items, DoubleUnaryOperator gain, double[] discounts) {
    double[] gains = new double[items.size()];
    double[] found = new double[items.size()];
    for (int i = 0; i < gains.length; i++) {
      gains[i] = Math.max(0, gain.applyAsDouble(items.value(i)));
      found[i] = gains[i] == 0 ? 0 : gains[i] * Places.mean(items, i, discounts);
    }
    Arrays.sort(gains);
    double ideal = 0;
    for (int place = 0; place < Math.min(gains.length, discounts.length); place++) {
      ideal += gains[gains.length - 1 - place] * discounts[place];
    }
    return ideal == 0 ? 0 : Places.sum(found) / ideal;
  }
}
