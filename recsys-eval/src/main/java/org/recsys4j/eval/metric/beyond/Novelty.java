package org.recsys4j.eval.metric.beyond;

import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricFactory;
import org.recsys4j.eval.metric.Cutoff;

/**
 * Novelty@K (mean self-information) = the mean, over the items of a list, of log2(training users /
 * users who had the item); averaged over users. From 0 to log2(training users), in bits.
 *
 * <p>An item without training event counts as if one user had had it. A list of fewer than K items
 * is averaged over those it has; a user with none is left out.
 *
 * <p>T. Zhou et al., "Solving the apparent diversity-accuracy dilemma of recommender systems", PNAS
 * 107(10), 2010.
 */
public final class Novelty implements MetricFactory<Cutoff> {
  /** Makes Novelty@K. */
  public Novelty() {}

  @Override
  public Class<Cutoff> optionsType() {
    return Cutoff.class;
  }

  @Override
  public String summary() {
    return "mean self-information, in bits, of the items of a list";
  }

  @Override
  public String reference() {
    return "Zhou et al.: Solving the apparent diversity-accuracy dilemma of recommender systems, PNAS 107(10), 2010";
  }

  @Override
  public Metric create(Cutoff options) {
    return ListMean.metric(
        options.label("Novelty"),
        options.k(),
        true,
        context -> {
          double users = context.derived(new Popularity.Recipe()).users();
          return item -> bits(context.popularity(item), users);
        });
  }

  static double bits(int popularity, double all) {
    return all == 0 ? 0 : StrictMath.log(all / Math.max(1, popularity)) / StrictMath.log(2);
  }
}
