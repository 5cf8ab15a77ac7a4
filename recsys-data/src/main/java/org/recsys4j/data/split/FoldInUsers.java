package org.recsys4j.data.split;

import java.util.stream.IntStream;
import org.recsys4j.api.Splitter;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Flat;
import org.recsys4j.api.config.Range;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.Split;
import org.recsys4j.api.data.Split.Part;
import org.recsys4j.api.random.SeedTree;

/**
 * Strong generalisation: some users are held out altogether. A share of their events is told when
 * they are scored, to fold in, but nobody learns from it; the others are to be predicted. Models
 * that score from a history can do it, those with a vector for each user cannot, and fail.
 *
 * <p>Of n users, {@code round(test n)} are for the test and as many as their share for validation,
 * each chosen by a number that depends on the seed and the user's id. Of a held-out user's m
 * events, {@code (1 - fold-in) m} are to be predicted, rounded as {@link Rounding} says, and at
 * least one is to fold in: random ones, or the latest. Of events of equal time, the one further
 * down in the source is the later one. A user with one event has nothing to be predicted.
 *
 * <p>Marlin, "Collaborative Filtering: A Machine Learning Perspective", 2004, named it; Liang,
 * Krishnan, Hoffman and Jebara, "Variational Autoencoders for Collaborative Filtering", WWW 2018,
 * hold 10,000 of MovieLens-20M's 136,677 users out for each part, with 80 % of their random events
 * to fold in, rounded down, and leave items out that no training user has had: {@code validation =
 * 0.0731652, test = 0.0731652, fold-in = 0.8, rounding = down} and {@code evaluate.cold-items =
 * remove}, on users with five events or more.
 *
 * <p>Models learn from events that are later than a test event; a run reports how many.
 */
public final class FoldInUsers implements Splitter<FoldInUsers.Options> {
  private static final String NAME = "fold-in-users";

  /** The splitter. */
  public FoldInUsers() {}

  /** Which events of a held-out user are to be predicted. */
  public enum Predict {
    /** Random ones. */
    RANDOM,
    /** The last ones. */
    LATEST
  }

  /**
   * The parameters.
   *
   * @param shares how many of the users are held out
   * @param foldIn share of a held-out user's events that is known when the user is scored
   * @param predict which of the events are the others
   * @param rounding what becomes of a fraction of an event to be predicted
   */
  public record Options(
      @Flat Shares shares,
      @Range(min = 0, minExclusive = true, max = 1, maxExclusive = true) double foldIn,
      Predict predict,
      Rounding rounding) {
    /** Refuses shares of nothing or all. */
    public Options {
      Check.components(Options.class, shares, foldIn, predict, rounding);
    }
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "strong generalisation: held-out users, known by a share of their events to fold in";
  }

  @Override
  public String reference() {
    return "Liang, Krishnan, Hoffman and Jebara: Variational Autoencoders for Collaborative"
        + " Filtering. WWW 2018";
  }

  @Override
  public Split split(Dataset dataset, Options options, SeedTree seeds) {
    Interactions events = dataset.interactions();
    Part[] ofUsers =
        Cut.parts(
            NAME,
            "users",
            Arrivals.users(events),
            Arrivals.random(dataset.catalogue().users(), seeds.child("users")),
            options.shares());
    Parts parts = new Parts(dataset);
    for (int user = 0; user < events.users(); user++) {
      if (ofUsers[user] != Part.TRAIN) {
        parts.set(events.start(user), events.end(user), Part.FOLD_IN);
        int[] order = IntStream.range(events.start(user), events.end(user)).toArray();
        if (options.predict() == Predict.RANDOM) {
          SeedTree ofUser = seeds.child("events").child(dataset.catalogue().users().id(user));
          order = RandomOrder.of(order, ofUser.random());
        }
        int predicted = options.rounding().countLeavingOne(1 - options.foldIn(), order.length);
        for (int i = order.length - predicted; i < order.length; i++) {
          parts.set(order[i], ofUsers[user]);
        }
      }
    }
    return parts.toSplit(NAME, options.shares().validation() > 0);
  }
}
