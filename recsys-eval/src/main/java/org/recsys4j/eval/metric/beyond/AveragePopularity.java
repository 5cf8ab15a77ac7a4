package org.recsys4j.eval.metric.beyond;

import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricFactory;
import org.recsys4j.eval.metric.Cutoff;

/**
 * ARP@K (average recommendation popularity) = the mean popularity of the items of a list, in users
 * of the training part; averaged over users. From 0 to the number of training users; lower means
 * less popularity bias.
 *
 * <p>H. Yin, B. Cui, J. Li, J. Yao, C. Chen, "Challenging the long tail recommendation", VLDB 2012;
 * named by H. Abdollahpouri, R. Burke, B. Mobasher, "Managing popularity bias in recommender
 * systems with personalized re-ranking", FLAIRS 2019. A list of fewer than K items is averaged over
 * those it has; a user with none is left out.
 */
public final class AveragePopularity implements MetricFactory<Cutoff> {
  /** Makes ARP@K. */
  public AveragePopularity() {}

  @Override
  public Class<Cutoff> optionsType() {
    return Cutoff.class;
  }

  @Override
  public String summary() {
    return "mean popularity of the items of a list, in users of the training part";
  }

  @Override
  public String reference() {
    return "Abdollahpouri, Burke, Mobasher: Managing popularity bias with personalized re-ranking, FLAIRS 2019";
  }

  @Override
  public Metric create(Cutoff options) {
    return ListMean.metric(
        options.label("ARP"), options.k(), false, context -> context::popularity);
  }
}
