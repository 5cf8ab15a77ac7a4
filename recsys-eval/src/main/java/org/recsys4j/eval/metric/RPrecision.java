package org.recsys4j.eval.metric;

import java.util.Set;
import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricFactory;
import org.recsys4j.api.MetricNeed;
import org.recsys4j.api.RelevantItems;

/**
 * R-Precision = hits in the first R places / R, where R is the number of the user's relevant items:
 * from 0 to 1. Precision and recall are equal there, and a perfect ranking has 1, however many
 * items are relevant.
 *
 * <p>Among equal scores: each relevant item counts with the probability that it stands in the first
 * R places. Since R differs between users, it needs the places of all relevant items among all
 * candidates, whatever the length of lists.
 *
 * <p>C. D. Manning, P. Raghavan, H. Schütze, <i>Introduction to Information Retrieval</i>, section
 * 8.4, Cambridge University Press 2008. Equals {@code Rprec} of trec_eval.
 */
public final class RPrecision implements MetricFactory<NoOptions> {
  /** Makes R-Precision. */
  public RPrecision() {}

  @Override
  public Class<NoOptions> optionsType() {
    return NoOptions.class;
  }

  @Override
  public String summary() {
    return "precision in as many first places as the user has relevant items";
  }

  @Override
  public String reference() {
    return "Manning, Raghavan, Schuetze: Introduction to Information Retrieval, chapter 8, Cambridge University Press 2008";
  }

  @Override
  public Metric create(NoOptions options) {
    return Metric.perUser(
        "R-Precision",
        1,
        true,
        Set.of(MetricNeed.FULL_RANKS),
        context -> ranking -> RPrecision.of(ranking.relevantItems()));
  }

  private static double of(RelevantItems items) {
    double[] chances = new double[items.size()];
    for (int i = 0; i < chances.length; i++) {
      chances[i] = items.chance(i, items.size());
    }
    return Places.sum(chances) / items.size();
  }
}
