package org.recsys4j.data.prepare;

import org.recsys4j.api.Preparation;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Range;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.random.SeedTree;

/**
 * Leaves the events whose value is a minimum or more: ratings of at least 4 as "likes". The values
 * stay as they are.
 */
public final class ValueThreshold implements Preparation<ValueThreshold.Options> {
  /** The preparation. */
  public ValueThreshold() {}

  /**
   * The parameters.
   *
   * @param minimum the least value that stays
   */
  public record Options(@Range double minimum) {
    /** Refuses what is no number. */
    public Options {
      Check.components(Options.class, minimum);
    }
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "leaves the events with a value of at least a minimum";
  }

  @Override
  public EventLog prepare(EventLog log, Options options, SeedTree seeds) {
    // Compared as floats: a rating of 4.1 must pass a minimum of 4.1.
    float minimum = (float) options.minimum();
    return Remaining.check("value-threshold", log, log.filter(row -> log.value(row) >= minimum));
  }
}
