package org.recsys4j.data.split;

import java.util.Optional;
import org.recsys4j.api.Splitter;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Range;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.Split;
import org.recsys4j.api.data.Split.Part;
import org.recsys4j.api.random.SeedTree;

/**
 * Holds out the last event of each user for the test, and the one before it for validation; or the
 * last few of each. Of events of equal time, and where times are not known, the one further down in
 * the source is the later one.
 *
 * <p>A user keeps at least one event for training: those with fewer events than are held out and
 * one more (three events; two without a validation part) stay in training altogether.
 *
 * <p>The users' last events lie at all times, so models learn from events that are later than many
 * a test event; a run reports how many.
 *
 * <p>Kang and McAuley, "Self-Attentive Sequential Recommendation", ICDM 2018, and most papers on
 * sequences since.
 */
public final class LeaveLastOut implements Splitter<LeaveLastOut.Options> {
  /** The splitter. */
  public LeaveLastOut() {}

  /**
   * The parameters.
   *
   * @param validation whether the event before the last one goes to a validation part
   * @param testEvents how many last events are the test; one where it is not told
   * @param validationEvents how many events before them are for validation; one where it is not
   *     told
   */
  public record Options(
      boolean validation,
      @Range(min = 1) Optional<Integer> testEvents,
      @Range(min = 1) Optional<Integer> validationEvents) {
    /** Refuses counts below 1, and one of a validation part that there is not. */
    public Options {
      Check.components(Options.class, validation, testEvents, validationEvents);
      Check.argument(
          validation || validationEvents.isEmpty(),
          "validationEvents",
          validationEvents.orElse(0),
          "to be told with validation = false");
    }

    private int tested() {
      return testEvents.orElse(1);
    }

    private int validated() {
      return validation ? validationEvents.orElse(1) : 0;
    }
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "holds out the last event of each user, and the one before it for validation";
  }

  @Override
  public String reference() {
    return "Kang and McAuley: Self-Attentive Sequential Recommendation. ICDM 2018";
  }

  @Override
  public Split split(Dataset dataset, Options options, SeedTree seeds) {
    Interactions events = dataset.interactions();
    Parts parts = new Parts(dataset);
    for (int user = 0; user < events.users(); user++) {
      int testFrom = events.end(user) - options.tested();
      int validationFrom = testFrom - options.validated();
      if (validationFrom > events.start(user)) {
        parts.set(validationFrom, testFrom, Part.VALIDATION);
        parts.set(testFrom, events.end(user), Part.TEST);
      }
    }
    return parts.toSplit("leave-last-out", options.validation());
  }
}
