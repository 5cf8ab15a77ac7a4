package org.recsys4j.eval.metric;

import java.util.Arrays;
import org.recsys4j.api.RelevantItems;
import org.recsys4j.api.UserRanking;

/** Sums over places, in expectation over the orders of equal scores. */
public final class Places {
  private Places() {}

  /**
   * The usual discount of places: {@code 1 / log2(rank + 1)}.
   *
   * @param k how many places
   * @return 1, 0.63, 0.5, ...
   */
  public static double[] discounts(int k) {
    double[] discounts = new double[k];
    for (int place = 0; place < k; place++) {
      discounts[place] = StrictMath.log(2) / StrictMath.log(place + 2.0);
    }
    return discounts;
  }

  /** The weights of the places of relevant items. */
  static double sum(UserRanking ranking, double[] weights) {
    double sum = 0;
    for (UserRanking.TieGroup group : ranking.relevantGroups()) {
      double gain = (double) group.relevant() / group.size();
      int end = Math.min(group.end(), weights.length);
      for (int place = group.start(); place < end; place++) {
        sum += gain * weights[place];
      }
    }
    return sum;
  }

  /** The mean weight of the places at which a relevant item may stand. */
  static double mean(RelevantItems items, int index, double[] weights) {
    int start = Math.min(items.place(index), weights.length);
    int end = (int) Math.min((long) start + items.tied(index), weights.length);
    double sum = 0;
    for (int place = start; place < end; place++) {
      sum += weights[place];
    }
    return sum / items.tied(index);
  }

  /** A sum whose last bit does not depend on the order of terms, largest first; sorts them. */
  static double sum(double[] terms) {
    Arrays.sort(terms);
    double sum = 0;
    for (int i = terms.length - 1; i >= 0; i--) {
      sum += terms[i];
    }
    return sum;
  }
}
