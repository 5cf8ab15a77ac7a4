package org.recsys4j.data.clean;

import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Range;

/**
 * How a quantity is cleaned: filled where it is missing, then clipped, then scaled.
 *
 * @param missing what becomes of a missing quantity
 * @param constant what stands for a missing quantity under {@code constant}
 * @param indicator whether a second number says that the quantity was missing
 * @param clipLower the quantile of the training rows below which values are raised to it; 0 for
 *     none
 * @param clipUpper the quantile above which values are lowered to it; 1 for none
 * @param scale how it is scaled
 */
public record Cleaning(
    Missing missing,
    double constant,
    boolean indicator,
    @Range(min = 0, max = 1) double clipLower,
    @Range(min = 0, max = 1) double clipUpper,
    Scaling scale) {
  /** Refuses quantiles in the wrong order, and a constant that is no number. */
  public Cleaning {
    Check.components(Cleaning.class, missing, constant, indicator, clipLower, clipUpper, scale);
    Check.finite("constant", constant);
    Check.argument(clipLower < clipUpper, "clipLower", clipLower, "below clip-upper, " + clipUpper);
  }
}
