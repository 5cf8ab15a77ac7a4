package org.recsys4j.eval.metric.beyond;

import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Range;
import org.recsys4j.eval.metric.Labels;

/**
 * The options of metrics of the long tail.
 *
 * @param k how many of the first places count
 * @param headShare the share of all popularity that the short head has
 */
public record TailOptions(
    @Range(min = 1, max = 1_000_000) int k,
    @Range(min = 0, max = 1, minExclusive = true, maxExclusive = true) double headShare) {
  /** Checks the ranges. */
  public TailOptions {
    Check.components(TailOptions.class, k, headShare);
  }

  /** Such as {@code APLT(0.8)@10}. */
  String label(String name) {
    return name + "(" + Labels.number(headShare) + ")@" + k;
  }
}
