package org.recsys4j.data.privacy;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Range;
import org.recsys4j.api.data.Interactions;

/**
 * How many users had each item, and each pair of items, under differential privacy (Dwork,
 * McSherry, Nissim and Smith, "Calibrating Noise to Sensitivity in Private Data Analysis", TCC
 * 2006). What is protected is a user with all events: two data sets are neighbours if one has a
 * user more.
 *
 * <ol>
 *   <li>Of each user, at most {@code B} different items count, drawn at random where there are
 *       more.
 *   <li>A user so changes the counts of items by at most B in all, and those of pairs by at most
 *       {@code B (B - 1) / 2}: their sensitivities.
 *   <li>Every count, those of 0 included, gets Laplace noise of scale sensitivity / epsilon, is
 *       rounded, and raised to 0. What is below a threshold may be left out; that reveals nothing
 *       more.
 * </ol>
 *
 * <p>Epsilons add up over releases of the same data. The set of items itself counts as public.
 *
 * <p>Randomness is an argument. A seeded generator gives the same release again, which is right for
 * tests and experiments, and wrong for giving data away: whoever knows or guesses the seed
 * subtracts the noise. Use a {@link java.security.SecureRandom} there. The noise is made of
 * doubles, whose last bits are known to leak (Mironov, CCS 2012); rounding to whole counts hides
 * them.
 *
 * <p>Pairs take one draw for each pair of items, n² / 2 in all, in memory for 4 bytes an item and
 * the events.
 */
public final class PrivateCounts {
  private final Interactions bounded;
  private final Options options;
  private final RandomGenerator random;

  /**
   * The parameters of a release.
   *
   * @param epsilon the privacy that one release costs
   * @param itemsPerUser B: how many different items of a user count
   * @param threshold counts below it are left out
   */
  public record Options(
      @Range(min = 0, minExclusive = true, max = 1000) double epsilon,
      @Range(min = 1, max = 10_000) int itemsPerUser,
      @Range(min = 0) long threshold) {
    /** Checks the ranges. */
    public Options {
      Check.components(Options.class, epsilon, itemsPerUser, threshold);
    }

    /**
     * By how much one user changes the counts of items.
     *
     * @return the sensitivity in the first norm
     */
    public long itemSensitivity() {
      return itemsPerUser;
    }

    /**
     * By how much one user changes the counts of pairs.
     *
     * @return the sensitivity in the first norm
     */
    public long pairSensitivity() {
      return (long) itemsPerUser * (itemsPerUser - 1) / 2;
    }
  }

  /** Takes a count of an item. */
  @FunctionalInterface
  public interface ItemSink {
    /**
     * A count.
     *
     * @param item an item index
     * @param count how many users had it, with noise
     */
    void put(int item, long count);
  }

  /** Takes a count of a pair of items. */
  @FunctionalInterface
  public interface PairSink {
    /**
     * A count.
     *
     * @param item an item index
     * @param other a larger item index
     * @param count how many users had both, with noise
     */
    void put(int item, int other, long count);
  }

  /**
   * Draws the items that count.
   *
   * @param events any events; a pair of user and item counts once
   * @param options budget and bound
   * @param random the source of the draws and of the noise
   */
  public PrivateCounts(Interactions events, Options options, RandomGenerator random) {
    this.options = options;
    this.random = random;
    this.bounded = bound(events, options.itemsPerUser(), random);
  }

  /** At most as many different items of each user, each with value 1. */
  static Interactions bound(Interactions events, int most, RandomGenerator random) {
    int[] users = new int[events.size()];
    int[] items = new int[events.size()];
    int size = 0;
    for (int user = 0; user < events.users(); user++) {
      int[] own = events.distinctItems(user);
      int count = Math.min(most, own.length);
      for (int i = 0; i < count; i++) {
        if (own.length > most) {
          int other = i + random.nextInt(own.length - i);
          int swap = own[i];
          own[i] = own[other];
          own[other] = swap;
        }
        users[size] = user;
        items[size++] = own[i];
      }
    }
    float[] values = new float[size];
    Arrays.fill(values, 1);
    return Interactions.of(events.users(), events.items(), users, items, values, new long[0], size);
  }

  /**
   * Releases the counts of items. Costs epsilon.
   *
   * @param sink takes the counts from the threshold on, by item
   */
  public void items(ItemSink sink) {
    double scale = options.itemSensitivity() / options.epsilon();
    int[] counts = bounded.itemCounts();
    for (int item = 0; item < counts.length; item++) {
      long noisy = Laplace.noisy(counts[item], scale, random);
      if (noisy >= options.threshold()) {
        sink.put(item, noisy);
      }
    }
  }

  /**
   * Releases the counts of pairs of different items. Costs epsilon, beside that of {@link #items}.
   *
   * @param sink takes the counts from the threshold on, by item and other item
   */
  public void pairs(PairSink sink) {
    double scale = Math.max(1, options.pairSensitivity()) / options.epsilon();
    int items = bounded.items();
    int[] starts = new int[items + 1];
    int[] usersOf = usersOfItems(starts);
    int[] common = new int[items];
    for (int item = 0; item < items; item++) {
      for (int i = starts[item]; i < starts[item + 1]; i++) {
        int user = usersOf[i];
        for (int at = bounded.start(user); at < bounded.end(user); at++) {
          common[bounded.item(at)]++;
        }
      }
      for (int other = item + 1; other < items; other++) {
        long noisy = Laplace.noisy(common[other], scale, random);
        if (noisy >= options.threshold()) {
          sink.put(item, other, noisy);
        }
      }
      Arrays.fill(common, 0);
    }
  }

  /** The users of each item, one item behind the other; fills in where each begins. */
  private int[] usersOfItems(int[] starts) {
    int[] counts = bounded.itemCounts();
    for (int item = 0; item < counts.length; item++) {
      starts[item + 1] = starts[item] + counts[item];
    }
    int[] next = starts.clone();
    int[] users = new int[bounded.size()];
    for (int user = 0; user < bounded.users(); user++) {
      for (int at = bounded.start(user); at < bounded.end(user); at++) {
        users[next[bounded.item(at)]++] = user;
      }
    }
    return users;
  }
}
