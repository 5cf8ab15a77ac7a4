package org.recsys4j.data.prepare;

import java.util.Arrays;
import java.util.BitSet;
import org.recsys4j.api.Preparation;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.random.SeedTree;

/**
 * Leaves one event of each pair of user and item: the first or the last by time; of equal times,
 * and where times are not known, the first or the last by row. The event stays as it is; values are
 * not added up.
 *
 * <p>Takes time proportional to the number of events, and 4 bytes for each.
 */
public final class Deduplicate implements Preparation<Deduplicate.Options> {
  private static final int NONE = -1;

  /** The preparation. */
  public Deduplicate() {}

  /** Which of several events stays. */
  public enum Keep {
    /** The earliest. */
    FIRST,
    /** The latest. */
    LAST
  }

  /**
   * The parameters.
   *
   * @param keep which of several events stays
   */
  public record Options(Keep keep) {
    /** Refuses null. */
    public Options {
      Check.components(Options.class, keep);
    }
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "leaves one event of each user and item";
  }

  @Override
  public EventLog prepare(EventLog log, Options options, SeedTree seeds) {
    RowGroups ofUsers = new RowGroups(log.users().size(), log.size(), log::user);
    BitSet kept = new BitSet(log.size());
    int[] best = new int[log.items().size()]; // row that stays of this user and each item
    Arrays.fill(best, NONE);
    for (int user = 0; user < ofUsers.groups(); user++) {
      for (int i = ofUsers.start(user); i < ofUsers.end(user); i++) {
        int row = ofUsers.row(i);
        int item = log.item(row);
        if (best[item] == NONE || replaces(log, row, best[item], options.keep())) {
          best[item] = row;
        }
      }
      for (int i = ofUsers.start(user); i < ofUsers.end(user); i++) {
        int item = log.item(ofUsers.row(i));
        if (best[item] != NONE) {
          kept.set(best[item]);
          best[item] = NONE;
        }
      }
    }
    return Remaining.check("deduplicate", log, log.filter(kept::get));
  }

  /** Whether a later row takes the place of an earlier one. */
  private static boolean replaces(EventLog log, int later, int earlier, Keep keep) {
    if (!log.hasTimes()) {
      return keep == Keep.LAST;
    }
    return keep == Keep.FIRST
        ? log.time(later) < log.time(earlier)
        : log.time(later) >= log.time(earlier);
  }
}
