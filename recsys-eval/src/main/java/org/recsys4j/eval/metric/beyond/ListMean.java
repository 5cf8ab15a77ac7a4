package org.recsys4j.eval.metric.beyond;

import java.util.Set;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import org.recsys4j.api.EvaluationContext;
import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricNeed;
import org.recsys4j.api.UserRanking;

/** The mean of a number that items have, over the first places of a list, then over users. */
final class ListMean {
  private ListMean() {}

  static Metric metric(
      String label,
      int k,
      boolean higherIsBetter,
      Function<EvaluationContext, IntToDoubleFunction> ofItem) {
    return Metric.perUser(
        label,
        k,
        higherIsBetter,
        Set.of(MetricNeed.POPULARITY),
        context -> {
          IntToDoubleFunction number = ofItem.apply(context);
          return ranking -> sum(ranking, k, number) / Math.min(k, ranking.size());
        });
  }

  /** Over the first places; 0 for an empty list. */
  static double sum(UserRanking ranking, int k, IntToDoubleFunction ofItem) {
    double sum = 0;
    for (int place = 0; place < Math.min(k, ranking.size()); place++) {
      sum += ofItem.applyAsDouble(ranking.item(place));
    }
    return sum;
  }
}
