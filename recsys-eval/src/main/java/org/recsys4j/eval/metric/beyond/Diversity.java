package org.recsys4j.eval.metric.beyond;

import java.util.Locale;
import java.util.Set;
import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricFactory;
import org.recsys4j.api.MetricNeed;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Range;

/**
 * ILD@K (intra-list diversity) by an attribute = the mean distance of two items among the first K,
 * averaged over users: from 0, all alike, to 1, nothing in common.
 *
 * <p>The distance of two items is 1 - s / (a + b - s) with {@code jaccard}, 1 - s / sqrt(a b) with
 * {@code cosine}, where a and b are the numbers of their tags and s that of shared ones; 1 where
 * nothing is known of one of them. The label names attribute and distance: ILD(genres, jaccard)@10.
 * A user whose list has fewer than two items is left out.
 *
 * <p>C.-N. Ziegler, S. McNee, J. Konstan, G. Lausen, "Improving recommendation lists through topic
 * diversification", WWW 2005. Needs attributes of items; takes K² / 2 comparisons a user.
 */
public final class Diversity implements MetricFactory<Diversity.Options> {
  /** Makes ILD@K. */
  public Diversity() {}

  /** When two items are alike. */
  public enum Distance {
    /** By the share of tags of either that both have. */
    JACCARD,
    /** By the cosine of the angle between their vectors of zeros and ones. */
    COSINE;

    double of(int[] a, int[] b) {
      if (a.length == 0 || b.length == 0) {
        return 1;
      }
      double shared = Tags.shared(a, b);
      return this == JACCARD
          ? 1 - shared / (a.length + b.length - shared)
          : 1 - shared / Math.sqrt((double) a.length * b.length);
    }
  }

  /**
   * The parameters.
   *
   * @param k how many of the first places count
   * @param column the attribute of items that holds their tags
   * @param separator what stands between two tags
   * @param distance when two items are alike
   */
  public record Options(
      @Range(min = 1, max = 1_000_000) int k, String column, String separator, Distance distance) {
    /** Checks the range, and that there is a separator. */
    public Options {
      Check.components(Options.class, k, column, separator, distance);
      Check.argument(!separator.isEmpty(), "separator", "\"\"", "one character or more");
    }
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "mean distance, by an attribute, of two items of a list";
  }

  @Override
  public String reference() {
    return "Ziegler, McNee, Konstan, Lausen: Improving recommendation lists through topic diversification, WWW 2005";
  }

  @Override
  public Metric create(Options options) {
    int k = options.k();
    String distance = options.distance().name().toLowerCase(Locale.ROOT);
    return Metric.perUser(
        "ILD(" + options.column() + ", " + distance + ")@" + k,
        k,
        true,
        Set.of(MetricNeed.ITEM_ATTRIBUTES),
        context -> {
          Tags tags = context.derived(new Tags.Of(options.column(), options.separator()));
          return ranking ->
              PairDistance.mean(
                  ranking, k, (a, b) -> options.distance().of(tags.of(a), tags.of(b)));
        });
  }
}
