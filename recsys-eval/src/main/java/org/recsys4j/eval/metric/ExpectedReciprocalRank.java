package org.recsys4j.eval.metric;

import java.util.Optional;
import java.util.Set;
import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricFactory;
import org.recsys4j.api.MetricNeed;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Range;

/**
 * ERR@K = sum over ranks r up to K of 1/r s(r) (1 - s(r - 1)) ... (1 - s(1)): the expected
 * reciprocal rank at which a person stops who is satisfied by an item of grade g with probability s
 * = (2^g - 1) / 2^G, where G is the largest grade. From 0 to 1 (exclusive).
 *
 * <p>Without {@code max-grade} every relevant item has grade 1 = G and satisfies with probability
 * 1/2. With {@code max-grade} G, the grade of a relevant item is the value of its newest held-out
 * event, at most G; values below 0 count as 0; the label says so: ERR(5)@10.
 *
 * <p>Among equal scores: the mean over all orders. If c(j) is the mean, over all choices of j items
 * of the group, of the product of their (1 - s), then the j-th item of the group stops with
 * probability c(j - 1) - c(j), given that nobody stopped before the group. c follows from adding
 * item by item, as elementary symmetric polynomials do, in O(K) steps a relevant item.
 *
 * <p>O. Chapelle, D. Metzler, Y. Zhang, P. Grinspan, "Expected reciprocal rank for graded
 * relevance", CIKM 2009.
 */
public final class ExpectedReciprocalRank implements MetricFactory<ExpectedReciprocalRank.Options> {
  /** Makes ERR@K. */
  public ExpectedReciprocalRank() {}

  /**
   * The parameters.
   *
   * @param k how many of the first places count
   * @param maxGrade the largest value of a held-out event, where relevance is graded; every
   *     relevant item has the same grade if empty
   */
  public record Options(
      @Range(min = 1, max = 1_000_000) int k,
      @Range(min = 0, max = 100, minExclusive = true) Optional<Double> maxGrade) {
    /** Checks the ranges. */
    public Options {
      Check.components(Options.class, k, maxGrade);
    }
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "expected reciprocal rank at which a reader who may be satisfied by each relevant item stops";
  }

  @Override
  public String reference() {
    return "Chapelle, Metzler, Zhang, Grinspan: Expected reciprocal rank for graded relevance, CIKM 2009";
  }

  @Override
  public Metric create(Options options) {
    int k = options.k();
    if (options.maxGrade().isEmpty()) {
      return Metric.perUser("ERR@" + k, k, true, ranking -> StoppingGroup.expected(ranking, k));
    }
    double largest = options.maxGrade().get();
    return Metric.perUser(
        "ERR(" + Labels.number(largest) + ")@" + k,
        k,
        true,
        Set.of(MetricNeed.VALUES),
        context -> ranking -> StoppingGroup.expected(ranking.relevantItems(), k, largest));
  }
}
