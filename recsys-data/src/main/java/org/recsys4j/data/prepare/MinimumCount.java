package org.recsys4j.data.prepare;

import java.util.function.IntUnaryOperator;
import org.recsys4j.api.Preparation;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Range;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.random.SeedTree;

/**
 * Drops users and items with too few events in one pass each: the second filter sees what the first
 * one left, and then it is over. Users may have too few events again, once items are dropped:
 * papers that report "users and items with at least 10 events" often mean this, and get a larger
 * data set than the k-core, which {@link KCore} computes.
 *
 * <p>Events are counted, not different pairs. Takes 4 bytes a user and an item besides the result.
 */
public final class MinimumCount implements Preparation<MinimumCount.Options> {
  private static final String NAME = "minimum-count";

  /** The preparation. */
  public MinimumCount() {}

  /** What is dropped first. */
  public enum First {
    /** Users, by their events; then items, by those of the users who stay. */
    USERS,
    /** Items, by their events; then users, by those with the items that stay. */
    ITEMS
  }

  /**
   * The parameters.
   *
   * @param users how many events every user must have, when users are looked at
   * @param items how many events every item must have, when items are looked at
   * @param first what is looked at first
   */
  public record Options(@Range(min = 1) int users, @Range(min = 1) int items, First first) {
    /** Refuses numbers below 1. */
    public Options {
      Check.components(Options.class, users, items, first);
    }
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "leaves users, then items, with enough events: one pass each, no k-core";
  }

  @Override
  public EventLog prepare(EventLog log, Options options, SeedTree seeds) {
    return options.first() == First.USERS
        ? items(users(log, options), options)
        : users(items(log, options), options);
  }

  private static EventLog users(EventLog log, Options options) {
    return leave(log, log.users().size(), log::user, options.users());
  }

  private static EventLog items(EventLog log, Options options) {
    return leave(log, log.items().size(), log::item, options.items());
  }

  private static EventLog leave(EventLog log, int groups, IntUnaryOperator groupOf, int least) {
    int[] counts = new int[groups];
    for (int row = 0; row < log.size(); row++) {
      counts[groupOf.applyAsInt(row)]++;
    }
    return Remaining.check(NAME, log, log.filter(row -> counts[groupOf.applyAsInt(row)] >= least));
  }
}
