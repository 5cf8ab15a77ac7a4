package org.recsys4j.data.prepare;

import org.recsys4j.api.Preparation;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Range;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.random.SeedTree;

/**
 * Leaves a random share of the users, with all of their events: a small data set to try things on,
 * that is like the large one but for the density of its items.
 *
 * <p>Whether a user stays depends on the seed and the user's id alone, not on other users: the
 * sample of a larger export holds that of a smaller one, and a larger share the users of a smaller
 * share. The number of users that stay is therefore a random one, too.
 */
public final class SampleUsers implements Preparation<SampleUsers.Options> {
  private static final double UNIT = 0x1p-53;

  /** The preparation. */
  public SampleUsers() {}

  /**
   * The parameters.
   *
   * @param share probability with which a user stays
   */
  public record Options(@Range(min = 0, minExclusive = true, max = 1) double share) {
    /** Refuses what is no share. */
    public Options {
      Check.components(Options.class, share);
    }
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "leaves a random share of the users, with all of their events";
  }

  @Override
  public EventLog prepare(EventLog log, Options options, SeedTree seeds) {
    boolean[] stays = new boolean[log.users().size()];
    for (int user = 0; user < stays.length; user++) {
      long bits = seeds.child(log.users().id(user)).seed();
      stays[user] = (bits >>> 11) * UNIT < options.share();
    }
    return Remaining.check("sample-users", log, log.filter(row -> stays[log.user(row)]));
  }
}
