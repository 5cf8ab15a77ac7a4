package org.recsys4j.eval.metric;

import java.util.Set;
import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricFactory;
import org.recsys4j.api.MetricNeed;

/**
 * AUC = the share of pairs of a relevant and another candidate that the model puts in the right
 * order, averaged over users: from 0 to 1, 1/2 for random scores. Pairs of equal scores count one
 * half, which is the mean over their orders.
 *
 * <p>With the mean rank m of the R relevant items among N candidates (equal scores share their
 * middle rank), AUC = 1 - R (m - (R + 1) / 2) / (R (N - R)). A user all of whose candidates are
 * relevant has no pair in the wrong order: 1. It weighs all places alike, so it says little about
 * the top of the list.
 *
 * <p>S. Rendle, C. Freudenthaler, Z. Gantner, L. Schmidt-Thieme, "BPR: Bayesian personalized
 * ranking from implicit feedback", UAI 2009. Needs the places of all relevant items among all
 * candidates.
 */
public final class Auc implements MetricFactory<NoOptions> {
  /** Makes AUC. */
  public Auc() {}

  @Override
  public Class<NoOptions> optionsType() {
    return NoOptions.class;
  }

  @Override
  public String summary() {
    return "share of pairs of a relevant and another candidate in the right order, averaged over users";
  }

  @Override
  public String reference() {
    return "Rendle et al.: BPR: Bayesian personalized ranking from implicit feedback, UAI 2009";
  }

  @Override
  public Metric create(NoOptions options) {
    return Metric.perUser("AUC", 1, true, Set.of(MetricNeed.FULL_RANKS), context -> RankSums::auc);
  }
}
