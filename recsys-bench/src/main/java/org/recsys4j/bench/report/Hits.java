package org.recsys4j.bench.report;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.recsys4j.eval.metric.beyond.ItemUsers;
import org.recsys4j.eval.protocol.Protocol;

/**
 * The lists of one model beside what is relevant: recall and nDCG for any length of lists, as they
 * were shown. Equal scores stand in the order of the list, where metrics of the leaderboard take
 * the mean over all orders, so the two may differ a little.
 */
final class Hits {
  private static final int[] USUAL = {1, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1000};

  private final Protocol protocol;
  private final ShownLists lists;
  private final double[] discounts;
  private final double[] ideals;

  /** With lists of up to {@code depth} places. */
  Hits(Protocol protocol, ShownLists lists, int depth) {
    this.protocol = protocol;
    this.lists = lists;
    discounts = new double[depth];
    ideals = new double[depth + 1];
    for (int place = 0; place < discounts.length; place++) {
      discounts[place] = Math.log(2) / Math.log(place + 2.0);
      ideals[place + 1] = ideals[place] + discounts[place];
    }
  }

  /** Lengths of lists worth looking at. */
  static int[] cutoffs(int depth) {
    return IntStream.concat(Arrays.stream(USUAL).filter(k -> k < depth), IntStream.of(depth))
        .toArray();
  }

  /** Mean recall over users, for each length. */
  double[] recall(int[] cutoffs) {
    return mean(cutoffs, false);
  }

  /** Mean nDCG over users, for each length. */
  double[] ndcg(int[] cutoffs) {
    return mean(cutoffs, true);
  }

  /** nDCG of each user. */
  double[] ndcgByUser(int cutoff) {
    int[] cutoffs = {cutoff};
    double[] one = new double[1];
    double[] numbers = new double[protocol.users()];
    for (int row = 0; row < numbers.length; row++) {
      one[0] = 0;
      add(row, cutoffs, true, one);
      numbers[row] = one[0];
    }
    return numbers;
  }

  private double[] mean(int[] cutoffs, boolean discounted) {
    double[] sums = new double[cutoffs.length];
    for (int row = 0; row < protocol.users(); row++) {
      add(row, cutoffs, discounted, sums);
    }
    return Arrays.stream(sums).map(sum -> sum / protocol.users()).toArray();
  }

  private void add(int row, int[] cutoffs, boolean discounted, double[] sums) {
    int[] relevant = protocol.relevant(row);
    int[] list = lists.list(protocol.user(row));
    double gain = 0;
    int next = 0;
    for (int place = 0; place <= list.length && next < cutoffs.length; place++) {
      while (next < cutoffs.length && (place == cutoffs[next] || place == list.length)) {
        sums[next] += gain / best(relevant.length, cutoffs[next], discounted);
        next++;
      }
      if (place < list.length && Arrays.binarySearch(relevant, list[place]) >= 0) {
        gain += discounted ? discounts[place] : 1;
      }
    }
  }

  private double best(int relevant, int cutoff, boolean discounted) {
    return discounted ? ideals[Math.min(relevant, cutoff)] : relevant;
  }

  /** Recall over the whole lists, of the relevant items of each group alone; NaN of none. */
  double[] recallByItemGroup(int[] groupOf, int groups) {
    long[] found = new long[groups];
    long[] all = new long[groups];
    for (int row = 0; row < protocol.users(); row++) {
      int[] list = lists.list(protocol.user(row)).clone();
      Arrays.sort(list);
      for (int item : protocol.relevant(row)) {
        all[groupOf[item]]++;
        found[groupOf[item]] += Arrays.binarySearch(list, item) >= 0 ? 1 : 0;
      }
    }
    return IntStream.range(0, groups).mapToDouble(g -> (double) found[g] / all[g]).toArray();
  }

  /** Share of the candidates that stand in the first places of anybody's list. */
  double coverage(int cutoff) {
    boolean[] shown = new boolean[protocol.candidates().universe()];
    int different = 0;
    for (int row = 0; row < protocol.users(); row++) {
      int[] list = lists.list(protocol.user(row));
      for (int place = 0; place < Math.min(cutoff, list.length); place++) {
        different += shown[list[place]] ? 0 : 1;
        shown[list[place]] = true;
      }
    }
    return (double) different / protocol.candidates().size();
  }

  /** Mean number of training events of what stands in the first places. */
  double popularity(int cutoff, int[] events) {
    double sum = 0;
    long entries = 0;
    for (int row = 0; row < protocol.users(); row++) {
      int[] list = lists.list(protocol.user(row));
      for (int place = 0; place < Math.min(cutoff, list.length); place++) {
        sum += events[list[place]];
        entries++;
      }
    }
    return sum / entries;
  }

  /**
   * Mean distance, by the users they share, of two items in the first places, over evenly spaced
   * users of at most {@code most}; NaN where no list has two items.
   */
  double diversity(int cutoff, ItemUsers itemUsers, int most) {
    int step = Math.max(1, (protocol.users() + most - 1) / most);
    return IntStream.iterate(0, row -> row < protocol.users(), row -> row + step)
        .mapToDouble(row -> itemUsers.diversity(lists.list(protocol.user(row)), cutoff))
        .filter(Double::isFinite)
        .average()
        .orElse(Double.NaN);
  }
}
