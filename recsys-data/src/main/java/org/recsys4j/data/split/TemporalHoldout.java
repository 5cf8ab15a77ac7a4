package org.recsys4j.data.split;

import org.recsys4j.api.Splitter;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Flat;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.Split;
import org.recsys4j.api.data.Split.Part;
import org.recsys4j.api.random.SeedTree;

/**
 * Holds out the latest share of each user's events: the last ones are the test, those before them
 * validation.
 *
 * <p>Of a user's n events, the last {@code test n} and the {@code validation n} before them would
 * be held out, rounded as {@link Rounding} says, and at least one is left for training. Events of
 * equal time stay together, on the later side; where that would leave nothing for training, the
 * user has no validation part, or stays in training altogether. Without times, the order is that of
 * the source.
 *
 * <p>The users' last events lie at all times, so models learn from events that are later than many
 * a test event; a run reports how many. Meng et al., RecSys 2020, call it "temporal user" split.
 */
public final class TemporalHoldout implements Splitter<TemporalHoldout.Options> {
  private static final String NAME = "temporal-holdout";

  /** The splitter. */
  public TemporalHoldout() {}

  /**
   * The parameters.
   *
   * @param shares how many of each user's events are held out
   * @param rounding what becomes of a fraction of an event
   */
  public record Options(@Flat Shares shares, Rounding rounding) {
    /** Refuses null. */
    public Options {
      Check.components(Options.class, shares, rounding);
    }
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "holds out the latest share of each user's events";
  }

  @Override
  public String reference() {
    return "Meng, McCreadie, Macdonald and Ounis: Exploring Data Splitting Strategies for the"
        + " Evaluation of Recommendation Models. RecSys 2020";
  }

  @Override
  public Split split(Dataset dataset, Options options, SeedTree seeds) {
    Interactions events = dataset.interactions();
    Parts parts = new Parts(dataset);
    for (int user = 0; user < events.users(); user++) {
      int count = events.count(user);
      int test = options.rounding().countLeavingOne(options.shares().test(), count);
      int validation =
          Math.min(
              options.rounding().count(options.shares().validation(), count),
              Math.max(0, count - 1 - test));
      int start = events.start(user);
      int testFrom = firstOfTime(events, start, events.end(user) - test);
      int validationFrom = firstOfTime(events, start, testFrom - validation);
      if (testFrom > start) {
        parts.set(testFrom, events.end(user), Part.TEST);
        parts.set(validationFrom > start ? validationFrom : testFrom, testFrom, Part.VALIDATION);
      }
    }
    return parts.toSplit(NAME, options.shares().validation() > 0);
  }

  /** The first of the user's events that have the time of one of them. */
  private static int firstOfTime(Interactions events, int start, int position) {
    int first = Math.max(start, position);
    while (events.hasTimes()
        && first > start
        && first < events.size()
        && events.time(first - 1) == events.time(first)) {
      first--;
    }
    return first;
  }
}
