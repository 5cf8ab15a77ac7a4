package org.recsys4j.data.prepare;

import java.util.Arrays;
import java.util.Optional;
import org.recsys4j.api.Preparation;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Range;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.random.SeedTree;

/**
 * Makes feedback implicit: every event that stays has the value 1. With a minimum, only events with
 * that value or more stay: "ratings of 4 and 5 are clicks", as most papers on implicit feedback
 * treat MovieLens.
 */
public final class Implicit implements Preparation<Implicit.Options> {
  /** The preparation. */
  public Implicit() {}

  /**
   * The parameters.
   *
   * @param minimum the least value that counts; all do where it is not told
   */
  public record Options(@Range Optional<Double> minimum) {
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
    return "gives all events the value 1, or those with enough of a value, and drops the others";
  }

  @Override
  public EventLog prepare(EventLog log, Options options, SeedTree seeds) {
    EventLog counting = log;
    if (options.minimum().isPresent()) {
      float minimum = options.minimum().get().floatValue();
      counting = Remaining.check("implicit", log, log.filter(row -> log.value(row) >= minimum));
    }
    float[] ones = new float[counting.size()];
    Arrays.fill(ones, 1);
    return counting.withValues(ones);
  }
}
