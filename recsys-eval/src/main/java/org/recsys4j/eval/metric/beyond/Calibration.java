package org.recsys4j.eval.metric.beyond;

import java.util.Set;
import java.util.stream.IntStream;
import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricFactory;
import org.recsys4j.api.MetricNeed;
import org.recsys4j.api.UserRanking;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Range;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.eval.metric.Labels;

/**
 * KL-calibration@K = sum over tags g of p(g) ln(p(g) / q'(g)), q' = (1 - α) q + α p: how far the
 * genres of the list are from those of the user's history; averaged over users. From 0, the same
 * shares, to ln(1 / α), nothing in common (4.6 for α = 0.01); lower is better.
 *
 * <p>p(g) is the mean over the items of the history, each counting once, of 1 / (number of the
 * item's tags) where the item has tag g; items without tags do not count. q is the same of the
 * first K items of the list, all places alike; where none of them has a tag, q is 0. Users whose
 * history has no tag are left out. The label names the attribute and α.
 *
 * <p>H. Steck, "Calibrated recommendations", RecSys 2018. Needs attributes of items.
 */
public final class Calibration implements MetricFactory<Calibration.Options> {
  /** Makes KL-calibration@K. */
  public Calibration() {}

  /**
   * The parameters.
   *
   * @param k how many of the first places count
   * @param column the attribute of items that holds their genres
   * @param separator what stands between two genres
   * @param alpha how much of the history's shares is mixed into those of the list, so that the
   *     divergence is finite
   */
  public record Options(
      @Range(min = 1, max = 1_000_000) int k,
      String column,
      String separator,
      @Range(min = 0, max = 1, minExclusive = true, maxExclusive = true) double alpha) {
    /** Checks the ranges, and that there is a separator. */
    public Options {
      Check.components(Options.class, k, column, separator, alpha);
      Check.argument(!separator.isEmpty(), "separator", "\"\"", "one character or more");
    }
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "divergence of the genres of a list from those of the history; 0 is calibrated";
  }

  @Override
  public String reference() {
    return "Steck: Calibrated recommendations, RecSys 2018";
  }

  @Override
  public Metric create(Options options) {
    int k = options.k();
    return Metric.perUser(
        "KL-calibration(" + options.column() + ", " + Labels.number(options.alpha()) + ")@" + k,
        k,
        false,
        Set.of(MetricNeed.ITEM_ATTRIBUTES, MetricNeed.HISTORIES),
        context -> {
          Tags tags = context.derived(new Tags.Of(options.column(), options.separator()));
          return ranking -> of(ranking, k, options.alpha(), context.histories(), tags);
        });
  }

  private static double of(
      UserRanking ranking, int k, double alpha, Interactions histories, Tags tags) {
    double[] p = shares(IntStream.of(histories.distinctItems(ranking.user())), tags);
    double[] q = shares(IntStream.range(0, Math.min(k, ranking.size())).map(ranking::item), tags);
    double divergence = 0;
    boolean known = false;
    for (int tag = 0; tag < p.length; tag++) {
      if (p[tag] > 0) {
        known = true;
        divergence += p[tag] * StrictMath.log(p[tag] / ((1 - alpha) * q[tag] + alpha * p[tag]));
      }
    }
    return known ? Math.max(0, divergence) : Double.NaN;
  }

  private static double[] shares(IntStream items, Tags tags) {
    double[] shares = new double[tags.names().size()];
    long tagged = 0;
    for (int item : items.toArray()) {
      int[] own = tags.of(item);
      tagged += own.length > 0 ? 1 : 0;
      for (int tag : own) {
        shares[tag] += 1.0 / own.length;
      }
    }
    for (int tag = 0; tag < shares.length && tagged > 0; tag++) {
      shares[tag] /= tagged;
    }
    return shares;
  }
}
