package org.recsys4j.data.split;

import java.util.Optional;
import org.recsys4j.api.Splitter;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Flat;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.Split;
import org.recsys4j.api.data.Split.Part;
import org.recsys4j.api.random.SeedTree;

/**
 * Holds out a random share of each user's events, or of all events.
 *
 * <p>Of a user's n events, {@code test n} go to the test part and {@code validation n} to
 * validation, rounded as {@link Rounding} says, and never so many that no event is left for
 * training; the test part comes first. With {@code 0.1} each and rounding down, a user of two
 * events has one for training and one for the test: RecBole's rule for 8:1:1 by user (Zhao et al.,
 * CIKM 2021), 80,808 / 9,596 / 9,596 events on MovieLens-100K.
 *
 * <p>Each user's events are shuffled by a generator that depends on the seed and the user's id
 * alone, so other users and their order make no difference; nor does the validation share make one
 * to the test part. With {@code among = all} the shares are of all events together, and users may
 * be left without training event.
 *
 * <p>Models learn from events that are later than a test event; a run reports how many.
 */
public final class RandomHoldout implements Splitter<RandomHoldout.Options> {
  private static final String NAME = "random-holdout";

  /** The splitter. */
  public RandomHoldout() {}

  /**
   * The parameters.
   *
   * @param shares how many of each user's events are held out, or of all
   * @param rounding what becomes of a fraction of an event
   * @param among out of which events is drawn; each user's where it is not told
   */
  public record Options(@Flat Shares shares, Rounding rounding, Optional<Among> among) {
    /** Refuses null. */
    public Options {
      Check.components(Options.class, shares, rounding, among);
    }
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "holds out a random share of each user's events, or of all events";
  }

  @Override
  public String reference() {
    return "Zhao et al.: RecBole: Towards a Unified, Comprehensive and Efficient Framework for"
        + " Recommendation Algorithms. CIKM 2021";
  }

  @Override
  public Split split(Dataset dataset, Options options, SeedTree seeds) {
    Parts parts = new Parts(dataset);
    Among among = options.among().orElse(Among.USER);
    among.shuffle(dataset, seeds, (order, seedsOfGroup) -> draw(order, options, parts));
    return parts.toSplit(NAME, options.shares().validation() > 0);
  }

  private static void draw(int[] order, Options options, Parts parts) {
    Rounding rounding = options.rounding();
    int test = rounding.countLeavingOne(options.shares().test(), order.length);
    int left = Math.max(0, order.length - 1 - test);
    int validation = Math.min(rounding.count(options.shares().validation(), order.length), left);
    for (int i = 0; i < test + validation; i++) {
      parts.set(order[i], i < test ? Part.TEST : Part.VALIDATION);
    }
  }
}
