package org.recsys4j.eval.metric.rating;

import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricFactory;

/**
 * Accuracy = the share of relevant pairs, by their held-out values, of which the more probable of
 * two things is what happened: from 0 to 1. An item counts as predicted to be wanted from a
 * probability of 1/2 on.
 *
 * <p>What happened is that the value reached the threshold, or that it did not; the label names
 * both and the link: Accuracy(&gt;=4, sigmoid). Where most values are on one side, a constant
 * prediction has a high accuracy.
 *
 * <p>C. D. Manning, P. Raghavan, H. Schütze, <i>Introduction to Information Retrieval</i>, section
 * 8.3, Cambridge University Press 2008.
 */
public final class Accuracy implements MetricFactory<Probability> {
  /** Makes accuracy. */
  public Accuracy() {}

  @Override
  public Class<Probability> optionsType() {
    return Probability.class;
  }

  @Override
  public String summary() {
    return "share of pairs whose held-out value is on the predicted side of the threshold";
  }

  @Override
  public String reference() {
    return "Manning, Raghavan, Schuetze: Introduction to Information Retrieval, chapter 8, Cambridge University Press 2008";
  }

  @Override
  public Metric create(Probability options) {
    return new Pairs(
        "Accuracy" + options.label(),
        true,
        (score, value) -> options.of(score, true) >= 0.5 == options.isWanted(value) ? 1 : 0,
        mean -> mean);
  }
}
