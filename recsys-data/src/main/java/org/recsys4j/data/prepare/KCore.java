package org.recsys4j.data.prepare;

import java.util.BitSet;
import org.recsys4j.api.Preparation;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Range;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.random.SeedTree;

/**
 * Leaves the k-core: the largest set of events in which every user has at least so many events and
 * every item at least so many, too. A filter of users changes the items' counts and the other way
 * round, so this goes on until nothing changes; filters that pass over the data once leave another,
 * larger set.
 *
 * <p>Events are counted, not different pairs: {@link Deduplicate} first, where that is meant.
 *
 * <p>Users and items are peeled off one by one (Seidman, "Network structure and minimum degree",
 * Social Networks 5(3), 1983), each event being looked at a constant number of times: time
 * proportional to the number of events, and 8 bytes for each.
 */
public final class KCore implements Preparation<KCore.Options> {
  /** The preparation. */
  public KCore() {}

  /**
   * The parameters.
   *
   * @param users how many events every user must have
   * @param items how many events every item must have
   */
  public record Options(@Range(min = 1) int users, @Range(min = 1) int items) {
    /** Refuses numbers below 1. */
    public Options {
      Check.components(Options.class, users, items);
    }
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "leaves users and items with enough events, repeated until nothing changes";
  }

  @Override
  public String reference() {
    return "Seidman: Network structure and minimum degree. Social Networks 5(3), 1983";
  }

  @Override
  public EventLog prepare(EventLog log, Options options, SeedTree seeds) {
    BitSet kept = new Peeling(log, options).run();
    return kept.cardinality() == log.size()
        ? log
        : Remaining.check("k-core", log, log.filter(kept::get));
  }

  /**
   * The counts as they go down. Users are the vertices 0 to users - 1, items come after them. A
   * vertex enters the queue in the moment its count falls below its minimum, so it enters once.
   */
  private static final class Peeling {
    private final EventLog log;
    private final Options options;
    private final int users;
    private final RowGroups ofUsers;
    private final RowGroups ofItems;
    private final int[] counts;
    private final int[] queue;
    private final BitSet kept;
    private int queued;

    Peeling(EventLog log, Options options) {
      this.log = log;
      this.options = options;
      users = log.users().size();
      ofUsers = new RowGroups(users, log.size(), log::user);
      ofItems = new RowGroups(log.items().size(), log.size(), log::item);
      counts = new int[users + log.items().size()];
      queue = new int[counts.length];
      kept = new BitSet(log.size());
      kept.set(0, log.size());
      for (int vertex = 0; vertex < counts.length; vertex++) {
        counts[vertex] = groups(vertex).count(group(vertex));
        if (counts[vertex] < minimum(vertex)) {
          queue[queued++] = vertex;
        }
      }
    }

    private RowGroups groups(int vertex) {
      return vertex < users ? ofUsers : ofItems;
    }

    private int group(int vertex) {
      return vertex < users ? vertex : vertex - users;
    }

    private int minimum(int vertex) {
      return vertex < users ? options.users() : options.items();
    }

    /** Returns the rows that stay. */
    BitSet run() {
      for (int next = 0; next < queued; next++) {
        int vertex = queue[next];
        RowGroups groups = groups(vertex);
        for (int i = groups.start(group(vertex)); i < groups.end(group(vertex)); i++) {
          int row = groups.row(i);
          if (kept.get(row)) {
            kept.clear(row);
            drop(vertex < users ? users + log.item(row) : log.user(row));
          }
        }
      }
      return kept;
    }

    /** The vertex at the other end has one event less. */
    private void drop(int vertex) {
      if (counts[vertex]-- == minimum(vertex)) {
        queue[queued++] = vertex;
      }
    }
  }
}
