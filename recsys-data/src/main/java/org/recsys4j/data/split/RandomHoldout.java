package org.recsys4j.data.split;

import java.util.SplittableRandom;
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
 * <p>Of a user's n events, {@code floor(test n)} go to the test part and {@code floor(validation
 * n)} to validation. A share that comes to a fraction of an event gives one whole event, the test
 * part's first, as long as the user keeps one for training. So 8:1:1 gives a user of two events one
 * for training and one for the test, and a user of one event that for training: RecBole's rule for
 * random splits by user (Zhao et al., CIKM 2021), 80,808 / 9,596 / 9,596 on MovieLens-100K.
 *
 * <p>Each user's events are shuffled by a generator that depends on the seed and the user's id
 * alone, so other users and their order make no difference; nor does the validation share make one
 * to the test part.
 *
 * <p>Models learn from events that are later than a test event: see {@link
 * org.recsys4j.api.data.Leakage}.
 */
public final class RandomHoldout implements Splitter<RandomHoldout.Options> {
  /** What a product such as 0.29 * 100 may lack of the whole number that it stands for. */
  private static final double ROUNDING = 1e-9;

  /** The splitter. */
  public RandomHoldout() {}

  /**
   * The parameters.
   *
   * @param validation share of each user's events in the validation part; 0 for none
   * @param test share of each user's events in the test part
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
      int test = whole(options.test(), count);
      int validation = whole(options.validation(), count);
      int train = count - test - validation;
      if (train > 1 && isFraction(options.test(), count)) {
        test++;
        train--;
      }
      if (train > 1 && isFraction(options.validation(), count)) {
        validation++;
      }
      int[] order = shuffled(events, user, seeds.child(dataset.catalogue().users().id(user)));
      for (int i = 0; i < test + validation; i++) {
        parts.set(order[i], i < test ? Part.TEST : Part.VALIDATION);
      }
    }
    return parts.toSplit("random-holdout", options.validation() > 0);
  }

  private static int whole(double share, int count) {
    return (int) (share * count + ROUNDING);
  }

  private static boolean isFraction(double share, int count) {
    return share > 0 && whole(share, count) == 0;
  }

  /** The positions of a user's events in random order (Fisher and Yates). */
  private static int[] shuffled(Interactions events, int user, SeedTree seeds) {
    int[] order = new int[events.count(user)];
    SplittableRandom random = seeds.random();
    for (int i = 0; i < order.length; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = events.start(user) + i;
    }
    return order;
  }
}
