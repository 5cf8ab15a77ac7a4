package org.recsys4j.eval.metric.rating;

import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricFactory;

/**
 * LogLoss = mean, over all relevant pairs, of -ln(predicted probability of what happened): from 0
 * up; lower is better, ln 2 = 0.693 for a coin. Probabilities below 1e-15 count as that, so that
 * one wrong certainty costs 34.5 and not everything.
 *
 * <p>What happened is that the value reached the threshold, or that it did not; the label names
 * both and the link: LogLoss(&gt;=4, sigmoid).
 *
 * <p>I. Good, "Rational decisions", Journal of the Royal Statistical Society B 14(1), 1952.
 */
public final class LogLoss implements MetricFactory<Probability> {
  private static final double LEAST = 1e-15;

  /** Makes log loss. */
  public LogLoss() {}

  @Override
  public Class<Probability> optionsType() {
    return Probability.class;
  }

  @Override
  public String summary() {
    return "mean negative logarithm of the predicted probability of what happened";
  }

  @Override
  public String reference() {
    return "Good: Rational decisions, Journal of the Royal Statistical Society B 14(1), 1952";
  }

  @Override
  public Metric create(Probability options) {
    return new Pairs(
        "LogLoss" + options.label(),
        false,
        (score, value) -> {
          double probability = options.of(score, options.isWanted(value));
          return -StrictMath.log(Math.max(LEAST, probability));
        },
        mean -> mean);
  }
}
