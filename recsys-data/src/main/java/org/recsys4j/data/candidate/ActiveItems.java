package org.recsys4j.data.candidate;

import java.util.Optional;
import java.util.stream.IntStream;
import org.recsys4j.api.CandidatePolicy;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Range;
import org.recsys4j.api.data.CandidateLists;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.data.ItemSet;
import org.recsys4j.api.data.Split;
import org.recsys4j.api.random.SeedTree;

/**
 * A user's held-out items among the active ones: those with an event in a window of time before the
 * cut, which is the time of the first test event. What nobody has bought or watched for long may
 * have left the shop, and ranking it makes a task easier than that of a system in use. Meant for
 * splits by global time.
 *
 * <p>Held-out items are candidates of their users even where they are not active. Holds 8 bytes a
 * user of the test part and an active item while lists are made, 4 then: with many of both, full
 * ranking takes far less.
 */
public final class ActiveItems implements CandidatePolicy<ActiveItems.Options> {
  private static final double SECONDS_A_DAY = 86_400;

  /** The policy. */
  public ActiveItems() {}

  /**
   * The parameters.
   *
   * @param days how long the window is
   */
  public record Options(@Range(min = 0, minExclusive = true) double days) {
    /** Refuses windows of nothing. */
    public Options {
      Check.components(Options.class, days);
    }
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "held-out items among those with an event in the last days before the test part";
  }

  @Override
  public Optional<String> sampler(Options options) {
    return Optional.of("active-" + days(options.days()) + "d");
  }

  private static String days(double days) {
    return days == Math.rint(days) && days < 1e9
        ? Long.toString((long) days)
        : Double.toString(days);
  }

  @Override
  public Optional<CandidateLists> draw(
      Dataset dataset, Split split, Options options, SeedTree seeds) {
    Interactions events = dataset.interactions();
    Interactions test = split.test();
    if (!events.hasTimes()) {
      throw new InvalidDataException("time-window: these events have no times");
    }
    long cut = Long.MAX_VALUE;
    for (int position = 0; position < test.size(); position++) {
      cut = Math.min(cut, test.time(position));
    }
    ItemSet active = active(events, cut, options.days() * SECONDS_A_DAY);
    CandidateLists.Builder lists = new CandidateLists.Builder();
    return Optional.of(
        TestLists.of(
            dataset,
            split,
            seeds,
            lists,
            (user, random) -> active.forEach(item -> lists.add(user, item))));
  }

  private static ItemSet active(Interactions events, long cut, double seconds) {
    boolean[] found = new boolean[events.items()];
    for (int position = 0; position < events.size(); position++) {
      long time = events.time(position);
      found[events.item(position)] |= time < cut && (double) time >= cut - seconds;
    }
    return ItemSet.of(
        found.length, IntStream.range(0, found.length).filter(item -> found[item]).toArray());
  }
}
