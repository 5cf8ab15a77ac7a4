package org.recsys4j.eval.metric;

import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricFactory;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Range;

/**
 * RBP(p)@K = (1 - p) sum over ranks r up to K of rel(r) p^(r - 1): the share of relevant items
 * among those that a person looks at who goes on from each to the next with probability p. From 0
 * to 1 - p^K, what the first K places can add to the RBP of an endless list.
 *
 * <p>It does not depend on the number of relevant items, so it compares lists, not shares found.
 * Among equal scores: each place of a group with s items, r of them relevant, counts r / s.
 *
 * <p>A. Moffat, J. Zobel, "Rank-biased precision for measurement of retrieval effectiveness", ACM
 * TOIS 27(1), 2008.
 */
public final class RankBiasedPrecision implements MetricFactory<RankBiasedPrecision.Options> {
  /** Makes RBP@K. */
  public RankBiasedPrecision() {}

  /**
   * The parameters.
   *
   * @param k how many of the first places count
   * @param persistence how probable it is that a person goes on to the next place
   */
  public record Options(
      @Range(min = 1, max = 1_000_000) int k,
      @Range(min = 0, max = 1, minExclusive = true, maxExclusive = true) double persistence) {
    /** Checks the ranges. */
    public Options {
      Check.components(Options.class, k, persistence);
    }
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "expected share of relevant items for a reader who goes on with a fixed probability";
  }

  @Override
  public String reference() {
    return "Moffat, Zobel: Rank-biased precision for measurement of retrieval effectiveness, TOIS 27(1), 2008";
  }

  @Override
  public Metric create(Options options) {
    double[] weights = new double[options.k()];
    double weight = 1 - options.persistence();
    for (int place = 0; place < weights.length; place++) {
      weights[place] = weight;
      weight *= options.persistence();
    }
    return Metric.perUser(
        "RBP(" + Labels.number(options.persistence()) + ")@" + options.k(),
        options.k(),
        true,
        ranking -> Places.sum(ranking, weights));
  }
}
