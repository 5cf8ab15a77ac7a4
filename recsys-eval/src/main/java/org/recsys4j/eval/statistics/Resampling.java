package org.recsys4j.eval.statistics;

import org.recsys4j.api.concurrent.Workers;

/**
 * How resamples are drawn, for bootstrap intervals and for the randomisation test.
 *
 * @param draws how many resamples, at least {@value #FEWEST_DRAWS}
 * @param seed where their randomness begins; the same for all models, so that models are compared
 *     on the same resamples
 * @param level confidence level of intervals, between 0 and 1
 * @param workers threads to compute on; no number depends on how many
 */
public record Resampling(int draws, long seed, double level, Workers workers) {
  /** Fewer draws than this say nothing about the ends of a 95 % interval. */
  public static final int FEWEST_DRAWS = 1_000;

  /** More draws than this take memory, and change no digit that matters. */
  public static final int MOST_DRAWS = 1_000_000;

  /** The level that tables show. */
  public static final double USUAL_LEVEL = 0.95;

  /** Checks draws and level. */
  public Resampling {
    if (draws < FEWEST_DRAWS || draws > MOST_DRAWS) {
      throw new IllegalArgumentException(
          "draws is " + draws + ", not in " + FEWEST_DRAWS + " to " + MOST_DRAWS);
    }
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level is " + level + ", not between 0 and 1");
    }
  }
}
