package org.recsys4j.data.split;

import java.util.Arrays;
import java.util.Locale;
import org.recsys4j.api.Splitter;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Range;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.data.Split;
import org.recsys4j.api.data.Split.Part;
import org.recsys4j.api.random.SeedTree;

/**
 * Cuts all events at two points in time: the oldest are for training, then comes validation, the
 * latest are the test. No model learns from an event that is later than one it is tested on.
 *
 * <p>The points are quantiles over events: of n events, the last {@code round(test n)} and the last
 * {@code round((validation + test) n)} would be cut off. Events of equal time stay together, on the
 * later side, so a part may become larger than its share. Users and items may occur in the test
 * part alone; evaluation says what becomes of them.
 *
 * <p>Meng, McCreadie, Macdonald and Ounis, "Exploring Data Splitting Strategies for the Evaluation
 * of Recommendation Models", RecSys 2020, compare this "global temporal" split with others.
 */
public final class GlobalTime implements Splitter<GlobalTime.Options> {
  private static final String NAME = "global-time";

  /** The splitter. */
  public GlobalTime() {}

  /**
   * The parameters.
   *
   * @param validation share of events in the validation part; 0 for none
   * @param test share of events in the test part
   */
  public record Options(
      @Range(min = 0, max = 1, maxExclusive = true) double validation,
      @Range(min = 0, minExclusive = true, max = 1, maxExclusive = true) double test) {
    /** Refuses shares that leave nothing for training. */
    public Options {
      Check.components(Options.class, validation, test);
      Check.argument(
          validation + test < 1, "test", test, "below 1 together with validation = " + validation);
    }
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "cuts all events at two points in time; nothing later than the test is learned from";
  }

  @Override
  public String reference() {
    return "Meng, McCreadie, Macdonald and Ounis: Exploring Data Splitting Strategies for the"
        + " Evaluation of Recommendation Models. RecSys 2020";
  }

  @Override
  public Split split(Dataset dataset, Options options, SeedTree seeds) {
    Interactions events = dataset.interactions();
    if (!events.hasTimes()) {
      throw new InvalidDataException(NAME + ": these events have no times");
    }
    long[] times = new long[events.size()];
    for (int position = 0; position < times.length; position++) {
      times[position] = events.time(position);
    }
    long[] sorted = times.clone();
    Arrays.sort(sorted);
    long testFrom = cut(sorted, options.test());
    long validationFrom =
        options.validation() > 0 ? cut(sorted, options.validation() + options.test()) : testFrom;
    Parts parts = new Parts(dataset);
    for (int position = 0; position < times.length; position++) {
      if (times[position] >= testFrom) {
        parts.set(position, Part.TEST);
      } else if (times[position] >= validationFrom) {
        parts.set(position, Part.VALIDATION);
      }
    }
    return parts.toSplit(NAME, options.validation() > 0);
  }

  /** The time from which on events are held out; beyond the last time, if they are none. */
  private static long cut(long[] sorted, double share) {
    int heldOut = (int) Math.round(share * sorted.length);
    if (heldOut == 0) {
      throw new InvalidDataException(
          String.format(
              Locale.ROOT, "%s: a share of %s of %d events is none", NAME, share, sorted.length));
    }
    return sorted[sorted.length - heldOut];
  }
}
