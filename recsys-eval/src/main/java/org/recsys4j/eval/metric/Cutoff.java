package org.recsys4j.eval.metric;

import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Range;

/**
 * The one option of a ranking metric.
 *
 * @param k how many of the first places count: the 10 of nDCG@10
 */
public record Cutoff(@Range(min = 1, max = 1_000_000) int k) {
  /** Checks the range. */
  public Cutoff {
    Check.components(Cutoff.class, k);
  }

  /**
   * The label of a metric with this cut-off.
   *
   * @param name such as {@code nDCG}
   * @return such as {@code nDCG@10}
   */
  public String label(String name) {
    return name + "@" + k;
  }
}
