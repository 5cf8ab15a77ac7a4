package org.recsys4j.eval.metric;

import java.util.Set;
import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricFactory;
import org.recsys4j.api.MetricNeed;

/**
 * AverageRank = the mean rank, from 1, of the user's relevant items among all candidates, averaged
 * over users: from 1 to the number of candidates; lower is better.
 *
 * <p>Equal scores share their middle rank, which is the mean over their orders. A few items that a
 * model puts last outweigh many that it puts first; compare medians or {@link Ndcg} before
 * concluding anything.
 *
 * <p>The unweighted form of the expected percentile rank of Y. Hu, Y. Koren, C. Volinsky,
 * "Collaborative filtering for implicit feedback datasets", ICDM 2008, in ranks. Needs the places
 * of all relevant items among all candidates.
 */
public final class AverageRank implements MetricFactory<NoOptions> {
  /** Makes average rank. */
  public AverageRank() {}

  @Override
  public Class<NoOptions> optionsType() {
    return NoOptions.class;
  }

  @Override
  public String summary() {
    return "mean rank of the relevant items among all candidates";
  }

  @Override
  public String reference() {
    return "Hu, Koren, Volinsky: Collaborative filtering for implicit feedback datasets, ICDM 2008";
  }

  @Override
  public Metric create(NoOptions options) {
    return Metric.perUser(
        "AverageRank",
        1,
        false,
        Set.of(MetricNeed.FULL_RANKS),
        context -> ranking -> RankSums.ofRelevant(ranking) / ranking.relevantCount());
  }
}
