package org.recsys4j.eval.metric;

import java.util.BitSet;
import org.recsys4j.api.Accumulator;
import org.recsys4j.api.EvaluationContext;
import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricFactory;
import org.recsys4j.api.UserRanking;

/**
 * Coverage@K (catalogue coverage) = the number of different items in all users' first K places over
 * the number of candidate items: from 0 to 1.
 *
 * <p>A model that shows everybody the same ten items covers ten; one that serves each taste covers
 * much. It is a number of all lists together, not of one user, grows with the number of users, and
 * says nothing about accuracy: random recommendation covers most. It looks at the lists as they are
 * shown, equal scores in the order of their seeded hash.
 *
 * <p>M. Ge, C. Delgado-Battenfeld, D. Jannach, "Beyond accuracy: evaluating recommender systems by
 * coverage and serendipity", RecSys 2010.
 */
public final class Coverage implements MetricFactory<Cutoff> {
  /** Makes Coverage@K. */
  public Coverage() {}

  @Override
  public Class<Cutoff> optionsType() {
    return Cutoff.class;
  }

  @Override
  public String summary() {
    return "share of the candidate items that stand in the first K places of anybody's list";
  }

  @Override
  public String reference() {
    return "Ge, Delgado-Battenfeld, Jannach: Beyond accuracy, RecSys 2010";
  }

  @Override
  public Metric create(Cutoff options) {
    return new CatalogueCoverage(options.label("Coverage"), options.k());
  }

  private record CatalogueCoverage(String label, int depth) implements Metric {
    @Override
    public boolean higherIsBetter() {
      return true;
    }

    @Override
    public Accumulator start(EvaluationContext context) {
      return new Union(depth, context.candidates().size());
    }
  }

  /** The items shown so far: one bit an item. */
  private static final class Union implements Accumulator {
    private final int depth;
    private final int candidates;
    private final BitSet shown = new BitSet();
    private boolean empty = true;

    Union(int depth, int candidates) {
      this.depth = depth;
      this.candidates = candidates;
    }

    @Override
    public double add(UserRanking ranking) {
      empty = false;
      for (int place = 0; place < Math.min(depth, ranking.size()); place++) {
        shown.set(ranking.item(place));
      }
      return Double.NaN;
    }

    @Override
    public void merge(Accumulator other) {
      Union that = (Union) other;
      empty &= that.empty;
      shown.or(that.shown);
    }

    @Override
    public double result() {
      return empty || candidates == 0 ? Double.NaN : (double) shown.cardinality() / candidates;
    }
  }
}
