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
 * R2 (coefficient of determination) = 1 - sum of (score - value)² / sum of (value - mean value)²,
 * over all relevant pairs: 1 for perfect predictions, 0 for those that are no better than the mean
 * held-out value, negative for worse ones. Undefined where all values are equal.
 *
 * <p>N. Draper, H. Smith, <i>Applied Regression Analysis</i>, 3rd edition, Wiley 1998.
 */
public final class Determination implements MetricFactory<NoOptions> {
  /** Makes R2. */
  public Determination() {}

  @Override
  public Class<NoOptions> optionsType() {
    return NoOptions.class;
  }

  @Override
  public String summary() {
    return "share of the variance of values that predictions explain";
  }

  @Override
  public String reference() {
    return "Draper, Smith: Applied Regression Analysis, Wiley 1998";
  }

  @Override
  public Metric create(NoOptions options) {
    return new Explained();
  }

  private record Explained() implements Metric {
    @Override
    public String label() {
      return "R2";
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
      return new Sums();
    }
  }

  /** The variance of parts adds up as in Chan, Golub, LeVeque, American Statistician 37, 1983. */
  private static final class Sums implements Accumulator {
    private long pairs;
    private double mean;
    private double squares; // of distances from the mean
    private double errors;

    @Override
    public double add(UserRanking ranking) {
      RelevantItems items = ranking.relevantItems();
      for (int i = 0; i < items.size(); i++) {
        double error = (double) items.score(i) - items.value(i);
        errors += error * error;
        include(1, items.value(i), 0);
      }
      return Double.NaN;
    }

    private void include(long count, double otherMean, double otherSquares) {
      if (count > 0) {
        double distance = otherMean - mean;
        long all = pairs + count;
        squares += otherSquares + distance * distance * pairs * count / all;
        mean += distance * count / all;
        pairs = all;
      }
    }

    @Override
    public void merge(Accumulator other) {
      Sums that = (Sums) other;
      errors += that.errors;
      include(that.pairs, that.mean, that.squares);
    }

    @Override
    public double result() {
      return squares == 0 ? Double.NaN : 1 - errors / squares;
    }
  }
}
