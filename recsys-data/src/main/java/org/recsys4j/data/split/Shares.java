package org.recsys4j.data.split;

import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Range;

/**
 * How much is held out.
 *
 * @param validation share of the validation part; 0 for none
 * @param test share of the test part
 */
public record Shares(
    @Range(min = 0, max = 1, maxExclusive = true) double validation,
    @Range(min = 0, minExclusive = true, max = 1, maxExclusive = true) double test) {
  /** Refuses shares that leave nothing for training. */
  public Shares {
    Check.components(Shares.class, validation, test);
    Check.argument(
        validation + test < 1, "test", test, "below 1 together with validation = " + validation);
  }
}
