package org.recsys4j.data.candidate;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.recsys4j.api.CandidatePolicy;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Range;
import org.recsys4j.api.data.CandidateLists;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.Split;
import org.recsys4j.api.random.SeedTree;

/**
 * A user's held-out items among popular negatives: different items, each next one drawn with a
 * probability proportional to {@code n^alpha}, n being its training events, out of those that the
 * user has in no part. A user with fewer such items than are wanted gets all of them; items without
 * training event are never drawn.
 *
 * <p>Popular negatives are harder than uniform ones, and the bias of such a metric is another one,
 * but it has one (Krichene and Rendle, KDD 2020). With {@code alpha = 0} all training items are
 * equally probable, with 1 it is the "popularity-based sampling" of Sun et al., "BERT4Rec", CIKM
 * 2019.
 *
 * <p>Each user's draw depends on the seed, the user's id, and the training items. It takes a binary
 * search a try; where the user has most of what is popular, a random key for each item (Efraimidis
 * and Spirakis, "Weighted random sampling with a reservoir", Information Processing Letters 97(5),
 * 2006), which is the same distribution. Holds 8 bytes an item.
 */
public final class PopularitySample implements CandidatePolicy<PopularitySample.Options> {
  /** The policy. */
  public PopularitySample() {}

  /**
   * The parameters.
   *
   * @param count how many negatives a user gets
   * @param alpha the exponent of popularity
   */
  public record Options(@Range(min = 1) int count, @Range(min = 0, max = 4) double alpha) {
    /** Refuses numbers out of range. */
    public Options {
      Check.components(Options.class, count, alpha);
    }
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "held-out items among popular ones that the user never had; for comparison with papers";
  }

  @Override
  public String reference() {
    return "Sun et al.: BERT4Rec: Sequential Recommendation with Bidirectional Encoder"
        + " Representations from Transformer. CIKM 2019. On what it is worth: Krichene and Rendle:"
        + " On Sampled Metrics for Item Recommendation. KDD 2020";
  }

  @Override
  public Optional<String> sampler(Options options) {
    String name = "popularity-" + options.count();
    return Optional.of(options.alpha() == 1 ? name : name + "-alpha-" + options.alpha());
  }

  @Override
  public Optional<CandidateLists> draw(
      Dataset dataset, Split split, Options options, SeedTree seeds) {
    Draw draw = new Draw(dataset.interactions(), split.train(), options);
    return Optional.of(TestLists.of(dataset, split, seeds, draw.lists, draw::negatives));
  }

  /** The lists on their way. */
  private static final class Draw {
    private static final int TRIES = 8; // for each item that is wanted

    private final Interactions events;
    private final int count;
    private final double[] cumulated; // weights of all items up to each one
    private final int[] takenFor; // by item: the last user who had it or for whom it was drawn
    private final int drawable;
    private final CandidateLists.Builder lists = new CandidateLists.Builder();

    Draw(Interactions events, Interactions train, Options options) {
      this.events = events;
      this.count = options.count();
      int[] counts = train.itemCounts();
      cumulated = new double[counts.length];
      takenFor = new int[counts.length];
      Arrays.fill(takenFor, -1);
      double sum = 0;
      int found = 0;
      for (int item = 0; item < counts.length; item++) {
        sum += counts[item] > 0 ? Math.pow(counts[item], options.alpha()) : 0;
        cumulated[item] = sum;
        found += weight(item) > 0 ? 1 : 0;
      }
      drawable = found;
    }

    private double weight(int item) {
      return item == 0 ? cumulated[0] : cumulated[item] - cumulated[item - 1];
    }

    void negatives(int user, SplittableRandom random) {
      int free = drawable;
      for (int position = events.start(user); position < events.end(user); position++) {
        int item = events.item(position);
        free -= take(user, item) && weight(item) > 0 ? 1 : 0;
      }
      int missing = Math.min(count, free);
      double sum = cumulated.length == 0 ? 0 : cumulated[cumulated.length - 1];
      for (int tries = TRIES * missing; missing > 0 && tries > 0; tries--) {
        // The first item whose sum is above the number: never one without weight.
        int place = Arrays.binarySearch(cumulated, Math.nextUp(random.nextDouble() * sum));
        int item = first(place < 0 ? ~place : place);
        if (item < cumulated.length && take(user, item)) {
          lists.add(user, item);
          missing--;
        }
      }
      if (missing > 0) {
        byKeys(user, missing, random);
      }
    }

    /** The first of items with equal sums: the others have no weight. */
    private int first(int place) {
      int item = place;
      while (item > 0 && item < cumulated.length && cumulated[item - 1] == cumulated[item]) {
        item--;
      }
      return item;
    }

    /** The items with the smallest of exponential keys, whose rates are the weights. */
    private void byKeys(int user, int wanted, SplittableRandom random) {
      double[] keys = new double[cumulated.length];
      for (int item = 0; item < keys.length; item++) {
        double draw = -Math.log1p(-random.nextDouble());
        keys[item] =
            takenFor[item] == user || weight(item) <= 0
                ? Double.POSITIVE_INFINITY
                : draw / weight(item);
      }
      double[] sorted = keys.clone();
      Arrays.sort(sorted);
      double last = sorted[wanted - 1];
      for (int item = 0; item < keys.length; item++) {
        if (keys[item] <= last && take(user, item)) {
          lists.add(user, item);
        }
      }
    }

    private boolean take(int user, int item) {
      boolean fresh = takenFor[item] != user;
      takenFor[item] = user;
      return fresh;
    }
  }
}
