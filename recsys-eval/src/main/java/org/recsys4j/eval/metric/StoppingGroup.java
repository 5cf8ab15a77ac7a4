package org.recsys4j.eval.metric;

import java.util.Arrays;
import org.recsys4j.api.RelevantItems;
import org.recsys4j.api.UserRanking;
import org.recsys4j.api.data.InvalidDataException;

/** The chain of groups of equal scores that a person walks down until satisfied. */
final class StoppingGroup {
  private final int k;
  private double going = 1; // probability that nobody stopped so far
  private double sum;

  private StoppingGroup(int k) {
    this.k = k;
  }

  /** Every relevant item satisfies with probability 1/2. */
  static double expected(UserRanking ranking, int k) {
    StoppingGroup walk = new StoppingGroup(k);
    for (UserRanking.TieGroup group : ranking.relevantGroups()) {
      if (group.start() >= k) {
        break;
      }
      double[] stays = new double[group.relevant()];
      Arrays.fill(stays, 0.5);
      walk.through(group.start(), group.size(), stays);
    }
    return walk.sum;
  }

  /** A relevant item satisfies with a probability that grows with its value. */
  static double expected(RelevantItems items, int k, double largest) {
    long[] order = new long[items.size()]; // by place, then by value, which is not negative
    for (int i = 0; i < order.length; i++) {
      float grade = Math.max(0, items.value(i));
      if (grade > largest) {
        throw new InvalidDataException(
            "ERR: a held-out value of " + grade + " is above max-grade = " + largest);
      }
      order[i] = (long) items.place(i) << Integer.SIZE | Float.floatToIntBits(grade);
    }
    Arrays.sort(order);
    StoppingGroup walk = new StoppingGroup(k);
    int to = 0;
    for (int from = 0; from < order.length && place(order[from]) < k; from = to) {
      int place = place(order[from]);
      while (to < order.length && place(order[to]) == place) {
        to++;
      }
      double[] stays = new double[to - from];
      for (int i = 0; i < stays.length; i++) {
        double grade = Float.intBitsToFloat((int) order[from + i]);
        stays[i] = 1 - (StrictMath.pow(2, grade) - 1) / StrictMath.pow(2, largest);
      }
      walk.through(place, size(items, place), stays);
    }
    return walk.sum;
  }

  private static int place(long coded) {
    return (int) (coded >> Integer.SIZE);
  }

  private static int size(RelevantItems items, int place) {
    int index = 0;
    while (items.place(index) != place) {
      index++;
    }
    return items.tied(index);
  }

  /** Walks through a group of some size, with the probabilities that relevant items do not stop. */
  private void through(int start, int size, double[] stays) {
    int places = Math.min(size, k - start);
    int others = size - stays.length;
    double[] mean = new double[places + 1]; // of the products over j of the items so far
    for (int j = 0; j <= Math.min(places, others); j++) {
      mean[j] = 1;
    }
    for (int added = 0; added < stays.length; added++) {
      double items = others + added + 1.0;
      for (int j = Math.min(places, others + added + 1); j > 0; j--) {
        mean[j] = mean[j] * (items - j) / items + stays[added] * mean[j - 1] * j / items;
      }
    }
    for (int j = 1; j <= places; j++) {
      sum += going * (mean[j - 1] - mean[j]) / (start + j);
    }
    going *= mean[places];
  }
}
