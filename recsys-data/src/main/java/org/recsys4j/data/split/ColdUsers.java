package org.recsys4j.data.split;

import org.recsys4j.api.Splitter;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Flat;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.Split;
import org.recsys4j.api.data.Split.Part;
import org.recsys4j.api.random.SeedTree;

/**
 * Holds out all events of a share of the users: how are models for people of whom nothing is known?
 * Those that score from a history have an empty one, those with a vector for each user have nothing
 * to learn it from; popularity, or attributes of users, is what there is to go by. {@link
 * FoldInUsers} tells models a part of the held-out users' events instead.
 *
 * <p>Of n users, {@code round(test n)} are for the test and as many as their share for validation.
 * Of the latest ones, those whose first events have equal times stay together, on the later side.
 *
 * <p>Other users' training events may be later than a test event; a run reports how many are.
 */
public final class ColdUsers implements Splitter<ColdUsers.Options> {
  private static final String NAME = "cold-users";

  /** The splitter. */
  public ColdUsers() {}

  /**
   * The parameters.
   *
   * @param shares how many of the users are held out
   * @param choice which ones
   */
  public record Options(@Flat Shares shares, Choice choice) {
    /** Refuses null. */
    public Options {
      Check.components(Options.class, shares, choice);
    }
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "holds out all events of a share of the users, random ones or the latest to arrive";
  }

  @Override
  public Split split(Dataset dataset, Options options, SeedTree seeds) {
    Interactions events = dataset.interactions();
    Part[] ofUsers =
        Cut.parts(
            NAME,
            "users",
            Arrivals.users(events),
            options.choice() == Choice.RANDOM
                ? Arrivals.random(dataset.catalogue().users(), seeds)
                : Arrivals.ofUsers(NAME, events),
            options.shares());
    Parts parts = new Parts(dataset);
    for (int user = 0; user < events.users(); user++) {
      parts.set(events.start(user), events.end(user), ofUsers[user]);
    }
    return parts.toSplit(NAME, options.shares().validation() > 0);
  }
}
