package org.recsys4j.eval.metric.beyond;

import org.recsys4j.api.UserRanking;

/** The mean distance of two items of a list. */
final class PairDistance {
  private PairDistance() {}

  /** From 0, alike, to 1, nothing in common. */
  @FunctionalInterface
  interface Distance {
    double between(int item, int other);
  }

  /** NaN for a list without a pair. */
  static double mean(UserRanking ranking, int k, Distance distance) {
    int size = Math.min(k, ranking.size());
    double sum = 0;
    for (int place = 1; place < size; place++) {
      for (int before = 0; before < place; before++) {
        sum += distance.between(ranking.item(before), ranking.item(place));
      }
    }
    return size < 2 ? Double.NaN : sum / (size * (size - 1) / 2.0);
  }
}
