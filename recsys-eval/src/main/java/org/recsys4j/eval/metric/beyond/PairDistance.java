package org.recsys4j.eval.metric.beyond;

import java.util.function.IntUnaryOperator;
import org.recsys4j.api.UserRanking;

/** The mean distance of two items of a list. */
final class PairDistance {
  private PairDistance() {}

  /** From 0, alike, to 1, nothing in common. */
  @FunctionalInterface
  interface Distance {
    double between(int item, int other);
  }

  /** Of the first k of a ranking; NaN where these are no pair. */
  static double mean(UserRanking ranking, int k, Distance distance) {
    return mean(Math.min(k, ranking.size()), ranking::item, distance);
  }

  /** Of so many items, told by their places; NaN where these are no pair. */
  static double mean(int size, IntUnaryOperator item, Distance distance) {
    double sum = 0;
    for (int place = 1; place < size; place++) {
      for (int before = 0; before < place; before++) {
        sum += distance.between(item.applyAsInt(before), item.applyAsInt(place));
      }
    }
    return size < 2 ? Double.NaN : sum / (size * (size - 1) / 2.0);
  }
}
