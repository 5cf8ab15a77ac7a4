package org.recsys4j.eval.metric.beyond;

import java.util.Arrays;
import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricFactory;
import org.recsys4j.eval.metric.Cutoff;

/**
 * Gini@K = the Gini index of how often each candidate stands in the first K places of anybody's
 * list: 0 if all are shown equally often, 1 if only one is; lower is better.
 *
 * <p>With the counts c(1) to c(n) of all n candidates in ascending order, those never shown among
 * them, it is sum over j of (2j - n - 1) c(j) / ((n - 1) sum of all c), the index with the
 * correction n / (n - 1). Undefined where nothing is shown.
 *
 * <p>G. Shani, A. Gunawardana, "Evaluating recommendation systems", Recommender Systems Handbook,
 * Springer 2011.
 */
public final class Gini implements MetricFactory<Cutoff> {
  /** Makes Gini@K. */
  public Gini() {}

  @Override
  public Class<Cutoff> optionsType() {
    return Cutoff.class;
  }

  @Override
  public String summary() {
    return "how unequally candidates are shown: 0 all equally often, 1 only one of them";
  }

  @Override
  public String reference() {
    return "Shani, Gunawardana: Evaluating recommendation systems, Recommender Systems Handbook, Springer 2011";
  }

  @Override
  public Metric create(Cutoff options) {
    return new ShownItems(
        options.label("Gini"),
        false,
        options.k(),
        (counts, users, candidates) -> {
          double[] numbers = Arrays.stream(counts).asDoubleStream().toArray();
          return of(numbers, candidates);
        });
  }

  /**
   * The index of some numbers.
   *
   * @param numbers not negative, ascending
   * @param n how many there are, zeros included that {@code numbers} does not hold
   * @return from 0 to 1, NaN where all are zero
   */
  public static double of(double[] numbers, int n) {
    double all = 0;
    double weighted = 0;
    for (int i = 0; i < numbers.length; i++) {
      int j = n - numbers.length + i + 1;
      all += numbers[i];
      weighted += (2.0 * j - n - 1) * numbers[i];
    }
    return all == 0 ? Double.NaN : n == 1 ? 0 : weighted / ((n - 1) * all);
  }
}
