package org.recsys4j.data.split;

import org.recsys4j.api.Splitter;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.Split;
import org.recsys4j.api.data.Split.Part;
import org.recsys4j.api.random.SeedTree;

/**
 * Holds out the last event of each user for the test, and the one before it for validation. Of
 * events of equal time, and where times are not known, the one further down in the source is the
 * later one.
 *
 * <p>A user keeps at least one event for training: those with fewer than three events (two without
 * a validation part) stay in training altogether.
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
   */
  public record Options(boolean validation) {
    /** Any value is legal. */
    public Options {
      Check.components(Options.class, validation);
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
    int heldOut = options.validation() ? 2 : 1;
    for (int user = 0; user < events.users(); user++) {
      if (events.count(user) > heldOut) {
        parts.set(events.end(user) - 1, Part.TEST);
        if (options.validation()) {
          parts.set(events.end(user) - 2, Part.VALIDATION);
        }
      }
    }
    return parts.toSplit("leave-last-out", options.validation());
  }
}
