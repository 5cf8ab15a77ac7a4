package org.recsys4j.data.split;

import java.util.stream.IntStream;
import org.recsys4j.api.Splitter;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Range;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.Split;
import org.recsys4j.api.data.Split.Part;
import org.recsys4j.api.random.SeedTree;

/**
 * Holds out a random share of each user's events.
 *
 * <p>Of a user's n events, {@code test n} go to the test part and {@code validation n} to
 * validation, rounded as {@link Rounding} says, and never so many that no event is left for
 * training; the test part comes first. With {@code 0.1} each and rounding down, a user of two
 * events has one for training and one for the test: RecBole's rule for 8:1:1 by user (Zhao et al.,
 * CIKM 2021), 80,808 / 9,596 / 9,596 events on MovieLens-100K.
 *
 * <p>Each user's events are shuffled by a generator that depends on the seed and the user's id
 * alone, so other users and their order make no difference; nor does the validation share make one
 * to the test part.
 *
 * <p>Models learn from events that are later than a test event; a run reports how many.
 */
public final class RandomHoldout implements Splitter<RandomHoldout.Options> {
  /** What a product such as 0.29 * 100 may lack of the whole number that it stands for. */
  private static final double TOLERANCE = 1e-9;

  /** The splitter. */
  public RandomHoldout() {}

  /** What becomes of a fraction of an event. */
  public enum Rounding {
    /** One more event: every user with two or more is tested, and shares are never too small. */
    UP {
      @Override
      int count(double share, int events) {
        return (int) Math.ceil(share * events - TOLERANCE);
      }
    },
    /** None, except that a share that comes to less than one event gives one. */
    DOWN {
      @Override
      int count(double share, int events) {
        return share == 0 ? 0 : Math.max(1, (int) (share * events + TOLERANCE));
      }
    };

    /** How many of a user's events a share is. */
    abstract int count(double share, int events);
  }

  /**
   * The parameters.
   *
   * @param validation share of each user's events in the validation part; 0 for none
   * @param test share of each user's events in the test part
   * @param rounding what becomes of a fraction of an event
   */
  public record Options(
      @Range(min = 0, max = 1, maxExclusive = true) double validation,
      @Range(min = 0, minExclusive = true, max = 1, maxExclusive = true) double test,
      Rounding rounding) {
    /** Refuses shares that leave nothing for training. */
    public Options {
      Check.components(Options.class, validation, test, rounding);
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
    return "holds out a random share of each user's events";
  }

  @Override
  public String reference() {
    return "Zhao et al.: RecBole: Towards a Unified, Comprehensive and Efficient Framework for"
        + " Recommendation Algorithms. CIKM 2021";
  }

  @Override
  public Split split(Dataset dataset, Options options, SeedTree seeds) {
    Interactions events = dataset.interactions();
    Parts parts = new Parts(dataset);
    for (int user = 0; user < events.users(); user++) {
      int count = events.count(user);
      int test = Math.min(options.rounding().count(options.test(), count), Math.max(0, count - 1));
      int left = Math.max(0, count - 1 - test);
      int validation = Math.min(options.rounding().count(options.validation(), count), left);
      int[] order = IntStream.range(events.start(user), events.end(user)).toArray();
      order = RandomOrder.of(order, seeds.child(dataset.catalogue().users().id(user)).random());
      for (int i = 0; i < test + validation; i++) {
        parts.set(order[i], i < test ? Part.TEST : Part.VALIDATION);
      }
    }
    return parts.toSplit("random-holdout", options.validation() > 0);
  }
}
