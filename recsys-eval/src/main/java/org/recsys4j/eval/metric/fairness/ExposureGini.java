package org.recsys4j.eval.metric.fairness;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;
import org.recsys4j.api.Accumulator;
import org.recsys4j.api.EvaluationContext;
import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricFactory;
import org.recsys4j.api.MetricNeed;
import org.recsys4j.api.UserRanking;
import org.recsys4j.eval.metric.Places;
import org.recsys4j.eval.metric.beyond.Gini;
import org.recsys4j.eval.metric.beyond.Tags;

/**
 * ExposureGini@K = the Gini index, over groups of items, of the mean exposure of a group's
 * candidates: 0 if the items of all groups get equal attention on average, 1 if only those of one
 * group get any; lower is better.
 *
 * <p>An item that stands at rank r of a list, up to K, is exposed by 1 / log2(r + 1); exposure adds
 * up over users and is divided by the number of the group's candidates, so large groups may have
 * more of it in all. Groups without candidate do not count. It looks at lists as they are shown.
 *
 * <p>The exposure of A. Singh, T. Joachims, "Fairness of exposure in rankings", KDD 2018, of
 * groups, with the Gini index of G. Shani, A. Gunawardana, Recommender Systems Handbook, Springer
 * 2011.
 */
public final class ExposureGini implements MetricFactory<ItemGroups> {
  /** Makes ExposureGini@K. */
  public ExposureGini() {}

  @Override
  public Class<ItemGroups> optionsType() {
    return ItemGroups.class;
  }

  @Override
  public String summary() {
    return "how unequally attention, by places, is spread over groups of items; 0 is fair";
  }

  @Override
  public String reference() {
    return "Singh, Joachims: Fairness of exposure in rankings, KDD 2018";
  }

  @Override
  public Metric create(ItemGroups options) {
    return new Exposure(options, Places.discounts(options.k()));
  }

  private static final class Exposure implements Metric {
    private final ItemGroups options;
    private final double[] discounts;

    Exposure(ItemGroups options, double[] discounts) {
      this.options = options;
      this.discounts = discounts;
    }

    @Override
    public String label() {
      return options.label("ExposureGini");
    }

    @Override
    public boolean higherIsBetter() {
      return false;
    }

    @Override
    public int depth() {
      return options.k();
    }

    @Override
    public Set<MetricNeed> needs() {
      return options.needs();
    }

    @Override
    public Accumulator start(EvaluationContext context) {
      long[] sizes = context.derived(new GroupSizes(options)).sizes();
      return new Sums(options.of(context), sizes, discounts);
    }
  }

  private static final class Sums implements Accumulator {
    private final Tags groups;
    private final long[] sizes;
    private final double[] discounts;
    private final double[] exposures;

    Sums(Tags groups, long[] sizes, double[] discounts) {
      this.groups = groups;
      this.sizes = sizes;
      this.discounts = discounts;
      this.exposures = new double[sizes.length];
    }

    @Override
    public double add(UserRanking ranking) {
      for (int place = 0; place < Math.min(discounts.length, ranking.size()); place++) {
        for (int group : groups.of(ranking.item(place))) {
          exposures[group] += discounts[place];
        }
      }
      return Double.NaN;
    }

    @Override
    public void merge(Accumulator other) {
      Sums that = (Sums) other;
      Arrays.setAll(exposures, group -> exposures[group] + that.exposures[group]);
    }

    @Override
    public double result() {
      double[] means =
          IntStream.range(0, sizes.length)
              .filter(group -> sizes[group] > 0)
              .mapToDouble(group -> exposures[group] / sizes[group])
              .sorted()
              .toArray();
      return Gini.of(means, means.length);
    }
  }
}
