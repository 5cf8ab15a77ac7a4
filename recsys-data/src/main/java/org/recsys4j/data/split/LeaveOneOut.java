package org.recsys4j.data.split;

import org.recsys4j.api.Splitter;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.Split;
import org.recsys4j.api.data.Split.Part;
import org.recsys4j.api.random.SeedTree;

/**
 * Holds out one random event of each user for the test, and another one for validation.
 *
 * <p>A user keeps at least one event for training: those with fewer than three events (two without
 * a validation part) stay in training altogether. Each user's draw depends on the seed and the
 * user's id alone.
 *
 * <p>Models learn from events that are later than a test event; a run reports how many. Rendle,
 * Freudenthaler, Gantner and Schmidt-Thieme, "BPR: Bayesian Personalized Ranking from Implicit
 * Feedback", UAI 2009, evaluate so.
 */
public final class LeaveOneOut implements Splitter<LeaveOneOut.Options> {
  /** The splitter. */
  public LeaveOneOut() {}

  /**
   * The parameters.
   *
   * @param validation whether a second event of each user goes to a validation part
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
    return "holds out one random event of each user, and another one for validation";
  }

  @Override
  public String reference() {
    return "Rendle, Freudenthaler, Gantner and Schmidt-Thieme: BPR: Bayesian Personalized Ranking"
        + " from Implicit Feedback. UAI 2009";
  }

  @Override
  public Split split(Dataset dataset, Options options, SeedTree seeds) {
    Parts parts = new Parts(dataset);
    int heldOut = options.validation() ? 2 : 1;
    Among.USER.shuffle(
        dataset,
        seeds,
        (order, ofUser) -> {
          if (order.length > heldOut) {
            parts.set(order[0], Part.TEST);
            if (options.validation()) {
              parts.set(order[1], Part.VALIDATION);
            }
          }
        });
    return parts.toSplit("leave-one-out", options.validation());
  }
}
