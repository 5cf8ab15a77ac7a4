package org.recsys4j.eval.metric.rating;

import java.util.Set;
import org.recsys4j.api.Accumulator;
import org.recsys4j.api.EvaluationContext;
import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricFactory;
import org.recsys4j.api.MetricNeed;
import org.recsys4j.api.RelevantItems;
import org.recsys4j.api.UserRanking;
import org.recsys4j.eval.metric.NoOptions;

/**
 * FCP (fraction of concordant pairs) = of all pairs of relevant items of one user with different
 * values, all users together, the share whose order the scores have right: from 0 to 1, 1/2 for
 * random scores. Equal scores count one half, the mean over their orders. Undefined where no user
 * has two different values.
 *
 * <p>Y. Koren, J. Sill, "OrdRec: an ordinal model for predicting personalized item rating
 * distributions", RecSys 2011. Takes R² / 2 comparisons for a user with R relevant items.
 */
public final class ConcordantPairs implements MetricFactory<NoOptions> {
  /** Makes FCP. */
  public ConcordantPairs() {}

  @Override
  public Class<NoOptions> optionsType() {
    return NoOptions.class;
  }

  @Override
  public String summary() {
    return "share of pairs of a user's items whose order by value the scores have right";
  }

  @Override
  public String reference() {
    return "Koren, Sill: OrdRec, RecSys 2011";
  }

  @Override
  public Metric create(NoOptions options) {
    return new Concordance();
  }

  private record Concordance() implements Metric {
    @Override
    public String label() {
      return "FCP";
    }

    @Override
    public boolean higherIsBetter() {
      return true;
    }

    @Override
    public int depth() {
      return 1;
    }

    @Override
    public Set<MetricNeed> needs() {
      return Pairs.NEEDS;
    }

    @Override
    public Accumulator start(EvaluationContext context) {
      return new Counts();
    }
  }

  private static final class Counts implements Accumulator {
    private long halves; // two for each pair in the right order, one for equal scores
    private long pairs;

    @Override
    public double add(UserRanking ranking) {
      RelevantItems items = ranking.relevantItems();
      for (int i = 1; i < items.size(); i++) {
        for (int j = 0; j < i; j++) {
          int wanted = Float.compare(items.value(i), items.value(j));
          if (wanted != 0) {
            pairs++;
            halves += 1 + wanted * Float.compare(items.score(i) + 0f, items.score(j) + 0f);
          }
        }
      }
      return Double.NaN;
    }

    @Override
    public void merge(Accumulator other) {
      Counts that = (Counts) other;
      halves += that.halves;
      pairs += that.pairs;
    }

    @Override
    public double result() {
      return pairs == 0 ? Double.NaN : halves / (2.0 * pairs);
    }
  }
}
