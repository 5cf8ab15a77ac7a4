package org.recsys4j.eval.metric;

import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricFactory;
import org.recsys4j.api.UserRanking;

/**
 * LAUC@K (limited area under the curve) = the {@link Auc} that a user sees whose list ends after K
 * places, all candidates behind it being in random order: the ROC curve of the first K places,
 * closed by a straight line. From 0 to 1; 1/2 for random scores.
 *
 * <p>Among equal scores: the mean over their orders. A user all of whose candidates are relevant
 * has 1.
 *
 * <p>G. Schröder, M. Thiele, W. Lehner, "Setting goals and choosing metrics for recommender system
 * evaluations", UCERSTI workshop at RecSys 2011.
 */
public final class LimitedAuc implements MetricFactory<Cutoff> {
  /** Makes LAUC@K. */
  public LimitedAuc() {}

  @Override
  public Class<Cutoff> optionsType() {
    return Cutoff.class;
  }

  @Override
  public String summary() {
    return "AUC of a list that ends after K places, all other candidates following in random order";
  }

  @Override
  public String reference() {
    return "Schroeder, Thiele, Lehner: Setting goals and choosing metrics for recommender system evaluations, UCERSTI 2011";
  }

  @Override
  public Metric create(Cutoff options) {
    int k = options.k();
    return Metric.perUser(options.label("LAUC"), k, true, ranking -> LimitedAuc.of(ranking, k));
  }

  private static double of(UserRanking ranking, int k) {
    double inside = 0; // expected ranks of relevant items within the list, and their number
    double hits = 0;
    for (UserRanking.TieGroup group : ranking.relevantGroups()) {
      int places = Math.min(group.end(), k) - group.start();
      if (places > 0) {
        double here = (double) group.relevant() * places / group.size();
        inside += here * (group.start() + (places + 1) / 2.0);
        hits += here;
      }
    }
    double middleBehind = (Math.min(k, ranking.size()) + 1.0 + ranking.candidates()) / 2;
    double behind = ranking.relevantCount() - hits;
    return RankSums.auc(ranking, inside + (behind > 0 ? behind * middleBehind : 0));
  }
}
