package org.recsys4j.eval.metric.rating;

import java.util.Locale;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Range;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.eval.metric.Labels;

/**
 * How scores are probabilities, and of what: the options of metrics of predicted probabilities.
 *
 * @param threshold values of held-out events from which on the item was wanted
 * @param link how a score becomes a probability
 */
public record Probability(@Range double threshold, Link link) {
  /** Checks the threshold. */
  public Probability {
    Check.components(Probability.class, threshold, link);
  }

  /** How a score becomes a probability. */
  public enum Link {
    /** It is one. */
    IDENTITY,
    /** By 1 / (1 + exp(-score)). */
    SIGMOID
  }

  /** Such as {@code (>=4)} or {@code (>=4, sigmoid)}. */
  String label() {
    String name = link == Link.IDENTITY ? "" : ", " + link.name().toLowerCase(Locale.ROOT);
    return "(>=" + Labels.number(threshold) + name + ")";
  }

  /** Whether the item was wanted. */
  boolean isWanted(double value) {
    return value >= threshold;
  }

  /**
   * The predicted probability that it is, or is not.
   *
   * @throws InvalidDataException if scores are to be probabilities, and this one is none
   */
  double of(double score, boolean wanted) {
    if (link == Link.SIGMOID) {
      return 1 / (1 + StrictMath.exp(wanted ? -score : score));
    }
    if (score < 0 || score > 1) {
      throw new InvalidDataException(
          "the score " + score + " is no probability; link = sigmoid makes it one");
    }
    return wanted ? score : 1 - score;
  }
}
