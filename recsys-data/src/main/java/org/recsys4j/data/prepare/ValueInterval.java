package org.recsys4j.data.prepare;

import java.util.Optional;
import org.recsys4j.api.Preparation;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Range;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.random.SeedTree;

/**
 * Leaves the events whose value is in an interval, both ends included: ratings from 1 to 5, without
 * the zeros and the typing errors. The values stay as they are. {@link ValueThreshold} has a lower
 * end alone.
 */
public final class ValueInterval implements Preparation<ValueInterval.Options> {
  /** The preparation. */
  public ValueInterval() {}

  /**
   * The parameters, at least one of them.
   *
   * @param minimum the least value that stays
   * @param maximum the largest value that stays
   */
  public record Options(@Range Optional<Double> minimum, @Range Optional<Double> maximum) {
    /** Refuses what is no number, and an interval that holds none. */
    public Options {
      Check.components(Options.class, minimum, maximum);
      Check.argument(
          minimum.orElse(Double.NEGATIVE_INFINITY) <= maximum.orElse(Double.POSITIVE_INFINITY),
          "minimum",
          minimum.orElse(0.0),
          "at most maximum = " + maximum.orElse(0.0));
    }
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "leaves the events with a value in an interval";
  }

  @Override
  public EventLog prepare(EventLog log, Options options, SeedTree seeds) {
    // Compared as floats: a rating of 4.1 must pass a minimum of 4.1.
    float minimum = options.minimum().orElse(Double.NEGATIVE_INFINITY).floatValue();
    float maximum = options.maximum().orElse(Double.POSITIVE_INFINITY).floatValue();
    return Remaining.check(
        "value-interval",
        log,
        log.filter(row -> log.value(row) >= minimum && log.value(row) <= maximum));
  }
}
