package org.recsys4j.data.prepare;

import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.BitSet;
import java.util.SplittableRandom;
import org.recsys4j.api.Preparation;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Range;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.random.SeedTree;

/**
 * Leaves at most so many events of each user: the last ones, or random ones. So a few users with
 * thousands of events do not outweigh all others, and histories are as long as a system keeps them.
 *
 * <p>Of events of equal time, and where times are not known, the one further down in the source is
 * the later one. Random ones are drawn by a generator that depends on the seed and the user's id
 * alone (Vitter's algorithm R, "Random sampling with a reservoir", ACM TOMS 11(1), 1985). Takes 4
 * bytes an event.
 */
public final class ActivityCap implements Preparation<ActivityCap.Options> {
  /** The preparation. */
  public ActivityCap() {}

  /** Which events stay. */
  public enum Keep {
    /** The latest. */
    LAST,
    /** Any, with equal probability. */
    RANDOM
  }

  /**
   * The parameters.
   *
   * @param events how many events of a user stay at most
   * @param keep which ones
   */
  public record Options(@Range(min = 1) int events, Keep keep) {
    /** Refuses numbers below 1. */
    public Options {
      Check.components(Options.class, events, keep);
    }
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "leaves at most so many events of each user, the last or random ones";
  }

  @Override
  public EventLog prepare(EventLog log, Options options, SeedTree seeds) {
    RowGroups ofUsers = new RowGroups(log.users().size(), log.size(), log::user);
    BitSet kept = new BitSet(log.size());
    for (int user = 0; user < ofUsers.groups(); user++) {
      int[] rows = ofUsers.rows(user);
      if (rows.length > options.events()) {
        if (options.keep() == Keep.RANDOM) {
          sample(rows, options.events(), seeds.child(log.users().id(user)).random());
        } else {
          latestFirst(rows, log);
        }
      }
      for (int i = 0; i < Math.min(options.events(), rows.length); i++) {
        kept.set(rows[i]);
      }
    }
    return log.filter(kept::get);
  }

  private static void sample(int[] rows, int count, SplittableRandom random) {
    for (int i = count; i < rows.length; i++) {
      int place = random.nextInt(i + 1);
      if (place < count) {
        rows[place] = rows[i];
      }
    }
  }

  private static void latestFirst(int[] rows, EventLog log) {
    if (log.hasTimes()) {
      IntArrays.stableSort(rows, (a, b) -> Long.compare(log.time(a), log.time(b)));
    }
    IntArrays.reverse(rows);
  }
}
