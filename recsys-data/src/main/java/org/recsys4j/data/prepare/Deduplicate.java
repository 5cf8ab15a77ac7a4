package org.recsys4j.data.prepare;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import org.recsys4j.api.Preparation;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.random.SeedTree;

/**
 * Leaves one event of each pair of user and item: the first or the last by time; of equal times,
 * and where times are not known, the first or the last by row. The event stays as it is; or it is
 * the one with the largest value, or the last one, with the sum of all values, which nobody knows
 * before it.
 *
 * <p>Takes time proportional to the number of events, and 4 bytes for each; 8 where values are
 * added up.
 */
public final class Deduplicate implements Preparation<Deduplicate.Options> {
  private static final String NAME = "deduplicate";
  private static final int NONE = -1;

  /** The preparation. */
  public Deduplicate() {}

  /** Which of several events stays. */
  public enum Keep {
    /** The earliest. */
    FIRST,
    /** The latest. */
    LAST,
    /** The one with the largest value, and of several the earliest. */
    MAX,
    /** The latest, with the sum of the values of all. */
    SUM
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
    return "leaves one event of each user and item: the first, the last, the largest, or the sum";
  }

  @Override
  public EventLog prepare(EventLog log, Options options, SeedTree seeds) {
    RowGroups ofUsers = new RowGroups(log.users().size(), log.size(), log::user);
    BitSet kept = new BitSet(log.size());
    int[] best = new int[log.items().size()]; // row that stays of this user and each item
    Arrays.fill(best, NONE);
    Sums sums = new Sums(log, options.keep() == Keep.SUM);
    for (int user = 0; user < ofUsers.groups(); user++) {
      for (int i = ofUsers.start(user); i < ofUsers.end(user); i++) {
        int row = ofUsers.row(i);
        int item = log.item(row);
        sums.add(row);
        if (best[item] == NONE || replaces(log, row, best[item], options.keep())) {
          best[item] = row;
        }
      }
      for (int i = ofUsers.start(user); i < ofUsers.end(user); i++) {
        int item = log.item(ofUsers.row(i));
        if (best[item] != NONE) {
          kept.set(best[item]);
          sums.take(best[item]);
          best[item] = NONE;
        }
      }
    }
    return sums.applied(Remaining.check(NAME, log, log.filter(kept::get)), kept);
  }

  /** Whether a later row takes the place of an earlier one. */
  private static boolean replaces(EventLog log, int later, int earlier, Keep keep) {
    int values = keep == Keep.MAX ? Float.compare(log.value(later), log.value(earlier)) : 0;
    if (values != 0) {
      return values > 0;
    }
    boolean last = keep == Keep.LAST || keep == Keep.SUM;
    if (!log.hasTimes()) {
      return last;
    }
    return last ? log.time(later) >= log.time(earlier) : log.time(later) < log.time(earlier);
  }

  /** The values of each pair, added up where that is wanted. */
  private static final class Sums {
    private final EventLog log;
    private final boolean wanted;
    private final double[] ofItems; // of the user at hand
    private final float[] ofRows; // of those that stay

    Sums(EventLog log, boolean wanted) {
      this.log = log;
      this.wanted = wanted;
      ofItems = new double[wanted ? log.items().size() : 0];
      ofRows = new float[wanted ? log.size() : 0];
    }

    void add(int row) {
      if (wanted) {
        ofItems[log.item(row)] += log.value(row);
      }
    }

    /** Ends the sum of a pair. */
    void take(int row) {
      if (wanted) {
        ofRows[row] = (float) ofItems[log.item(row)];
        ofItems[log.item(row)] = 0;
        if (!Float.isFinite(ofRows[row])) {
          throw new InvalidDataException(
              String.format(
                  Locale.ROOT,
                  "%s: the values of user \"%s\" and item \"%s\" add up to more than a value can be",
                  NAME,
                  log.users().id(log.user(row)),
                  log.items().id(log.item(row))));
        }
      }
    }

    EventLog applied(EventLog left, BitSet kept) {
      return wanted ? left.withValues(selected(kept)) : left;
    }

    private float[] selected(BitSet kept) {
      float[] values = new float[kept.cardinality()];
      int next = 0;
      for (int row = kept.nextSetBit(0); row >= 0; row = kept.nextSetBit(row + 1)) {
        values[next++] = ofRows[row];
      }
      return values;
    }
  }
}
