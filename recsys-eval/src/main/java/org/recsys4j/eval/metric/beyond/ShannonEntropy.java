package org.recsys4j.eval.metric.beyond;

import java.util.Arrays;
import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricFactory;
import org.recsys4j.eval.metric.Cutoff;

/**
 * Entropy@K = -sum over items of p log2 p, in bits, where p is an item's share of the first K
 * places of all lists: from 0, where one item fills them all, to log2 of the number of candidates.
 * Undefined where nothing is shown.
 *
 * <p>G. Shani, A. Gunawardana, "Evaluating recommendation systems", Recommender Systems Handbook,
 * Springer 2011.
 */
public final class ShannonEntropy implements MetricFactory<Cutoff> {
  /** Makes Entropy@K. */
  public ShannonEntropy() {}

  @Override
  public Class<Cutoff> optionsType() {
    return Cutoff.class;
  }

  @Override
  public String summary() {
    return "Shannon entropy, in bits, of the items in all lists";
  }

  @Override
  public String reference() {
    return "Shani, Gunawardana: Evaluating recommendation systems, Recommender Systems Handbook, Springer 2011";
  }

  @Override
  public Metric create(Cutoff options) {
    return new ShownItems(
        options.label("Entropy"), true, options.k(), (counts, users, candidates) -> of(counts));
  }

  private static double of(int[] counts) {
    double all = Arrays.stream(counts).asLongStream().sum();
    double entropy = 0;
    for (int count : counts) {
      entropy += count / all * StrictMath.log(all / count) / StrictMath.log(2);
    }
    return counts.length == 0 ? Double.NaN : entropy;
  }
}
