package org.recsys4j.eval.metric.beyond;

import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import org.recsys4j.api.Accumulator;
import org.recsys4j.api.EvaluationContext;
import org.recsys4j.api.Metric;
import org.recsys4j.api.UserRanking;

/**
 * A metric of how often each item is shown in the first places of anybody's list. Holds some 12
 * bytes for each different item shown.
 */
record ShownItems(String label, boolean higherIsBetter, int depth, Statistic statistic)
    implements Metric {
  /** What is made of the counts. */
  @FunctionalInterface
  interface Statistic {
    /**
     * The number.
     *
     * @param counts how often each item is shown that is, ascending
     * @param users how many users were counted, at least 1
     * @param candidates how many items could be shown
     */
    double of(int[] counts, long users, int candidates);
  }

  @Override
  public Accumulator start(EvaluationContext context) {
    return new Counts(context.candidates().size());
  }

  private final class Counts implements Accumulator {
    private final Int2IntOpenHashMap shown = new Int2IntOpenHashMap();
    private final int candidates;
    private long users;

    Counts(int candidates) {
      this.candidates = candidates;
    }

    @Override
    public double add(UserRanking ranking) {
      users++;
      for (int place = 0; place < Math.min(depth, ranking.size()); place++) {
        shown.addTo(ranking.item(place), 1);
      }
      return Double.NaN;
    }

    @Override
    public void merge(Accumulator other) {
      Counts that = (Counts) other;
      users += that.users;
      for (Int2IntMap.Entry entry : that.shown.int2IntEntrySet()) {
        shown.addTo(entry.getIntKey(), entry.getIntValue());
      }
    }

    @Override
    public double result() {
      int[] counts = shown.values().intStream().sorted().toArray();
      return users == 0 ? Double.NaN : statistic.of(counts, users, candidates);
    }
  }
}
