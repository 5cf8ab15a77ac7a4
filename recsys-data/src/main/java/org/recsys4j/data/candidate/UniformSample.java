package org.recsys4j.data.candidate;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.recsys4j.api.CandidatePolicy;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Range;
import org.recsys4j.api.data.CandidateLists;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.Split;
import org.recsys4j.api.random.SeedTree;

/**
 * A user's held-out items among negatives: different items, drawn uniformly from those with which
 * the user has no event in any part. A user with fewer such items than are wanted gets all of them.
 *
 * <p>Each user's draw depends on the seed, the user's id, and the indices of items. It takes time
 * proportional to the user's events and the negatives, unless most of the items are taken.
 *
 * <p>Koren, "Factorization Meets the Neighborhood", KDD 2008, began it; Kang and McAuley,
 * "Self-Attentive Sequential Recommendation", ICDM 2018, is one of the many that rank one held-out
 * item among 100. Metrics on samples are inconsistent with those on all items (Krichene and Rendle,
 * KDD 2020).
 */
public final class UniformSample implements CandidatePolicy<UniformSample.Options> {
  /** The policy. */
  public UniformSample() {}

  /**
   * The parameters.
   *
   * @param count how many negatives a user gets
   */
  public record Options(@Range(min = 1) int count) {
    /** Refuses numbers below 1. */
    public Options {
      Check.components(Options.class, count);
    }
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "held-out items among random ones that the user never had; for comparison with papers";
  }

  @Override
  public String reference() {
    return "Kang and McAuley: Self-Attentive Sequential Recommendation. ICDM 2018. On what it is"
        + " worth: Krichene and Rendle: On Sampled Metrics for Item Recommendation. KDD 2020";
  }

  @Override
  public Optional<String> sampler(Options options) {
    return Optional.of("uniform-" + options.count());
  }

  @Override
  public Optional<CandidateLists> draw(
      Dataset dataset, Split split, Options options, SeedTree seeds) {
    Draw draw = new Draw(dataset.interactions(), options.count());
    return Optional.of(TestLists.of(dataset, split, seeds, draw.lists, draw::negatives));
  }

  /** The lists on their way. */
  private static final class Draw {
    private final Interactions events;
    private final int count;
    private final int[] takenFor; // by item: the last user who had it or for whom it was drawn
    private final CandidateLists.Builder lists = new CandidateLists.Builder();

    Draw(Interactions events, int count) {
      this.events = events;
      this.count = count;
      takenFor = new int[events.items()];
      Arrays.fill(takenFor, -1);
    }

    void negatives(int user, SplittableRandom random) {
      int free = takenFor.length;
      for (int position = events.start(user); position < events.end(user); position++) {
        free -= take(user, events.item(position)) ? 1 : 0;
      }
      if (free - count > takenFor.length / 2) { // so that every second try succeeds, or more
        for (int drawn = 0; drawn < count; ) {
          drawn += add(user, random.nextInt(takenFor.length)) ? 1 : 0;
        }
      } else {
        int[] left =
            IntStream.range(0, takenFor.length).filter(item -> takenFor[item] != user).toArray();
        for (int i = 0; i < Math.min(count, free); i++) { // Fisher and Yates, as far as needed
          int j = i + random.nextInt(free - i);
          lists.add(user, left[j]);
          left[j] = left[i];
        }
      }
    }

    private boolean take(int user, int item) {
      boolean fresh = takenFor[item] != user;
      takenFor[item] = user;
      return fresh;
    }

    private boolean add(int user, int item) {
      boolean fresh = take(user, item);
      if (fresh) {
        lists.add(user, item);
      }
      return fresh;
    }
  }
}
