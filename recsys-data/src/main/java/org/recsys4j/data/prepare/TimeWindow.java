package org.recsys4j.data.prepare;

import java.util.Optional;
import org.recsys4j.api.Preparation;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.random.SeedTree;
import org.recsys4j.data.text.Moments;

/**
 * Leaves the events of a window in time: from a moment on, and before another. Moments are seconds
 * since 1970, dates in UTC, or ISO 8601.
 */
public final class TimeWindow implements Preparation<TimeWindow.Options> {
  private static final String NAME = "time-window";

  /** The preparation. */
  public TimeWindow() {}

  /**
   * The parameters.
   *
   * @param from the first moment that stays; no bound where it is not told
   * @param to the first moment that does not stay any more; no bound where it is not told
   */
  public record Options(Optional<String> from, Optional<String> to) {
    /** Refuses what is no moment, and a window that holds none. */
    public Options {
      Check.components(Options.class, from, to);
      Check.argument(
          begin(from) < end(to), "from", from.orElse(""), "before to = " + to.orElse(""));
    }

    private static long begin(Optional<String> from) {
      return from.isEmpty() ? Long.MIN_VALUE : Moments.seconds("from", from.get());
    }

    private static long end(Optional<String> to) {
      return to.isEmpty() ? Long.MAX_VALUE : Moments.seconds("to", to.get());
    }
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "leaves the events of a window in time";
  }

  @Override
  public EventLog prepare(EventLog log, Options options, SeedTree seeds) {
    if (!log.hasTimes()) {
      throw new InvalidDataException(NAME + ": these events have no times");
    }
    long begin = Options.begin(options.from());
    long end = Options.end(options.to());
    boolean open = options.to().isEmpty();
    return Remaining.check(
        NAME, log, log.filter(row -> log.time(row) >= begin && (open || log.time(row) < end)));
  }
}
