package org.recsys4j.data.split;

import java.util.Arrays;
import java.util.Optional;
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
 * Holds out the last sessions by time. The last event of a held-out session, or the last few, are
 * to be predicted; those before them are told when it is scored, to fold in, but nobody learns from
 * them.
 *
 * <p>Each user is a session, where the data's column of users holds sessions. Or a user's events
 * are cut into sessions wherever more than {@code gap} seconds lie between two of them. Then each
 * user has at most one session to be predicted, the last one: the user's other sessions since the
 * beginning of the validation part are known when it is scored, and so are the training sessions.
 *
 * <p>Sessions count by the time of their last event. Of n sessions, the last {@code round(test n)}
 * are for the test, and the last {@code round((validation + test) n)} are held out; those that end
 * at the same time stay together, on the later side. With one event to be predicted, no training
 * event is later than a test event; with more, a run reports how many are. A held-out session of
 * one event, of a user of whom nothing else is known, is left out.
 *
 * <p>Hidasi, Karatzoglou, Baltrunas and Tikk, "Session-based Recommendations with Recurrent Neural
 * Networks", ICLR 2016, hold out the sessions of the last day.
 */
public final class SessionSplit implements Splitter<SessionSplit.Options> {
  private static final String NAME = "session";

  /** The splitter. */
  public SessionSplit() {}

  /**
   * The parameters.
   *
   * @param shares how many of the sessions are held out
   * @param predicted how many last events of a held-out session are to be predicted
   * @param gap seconds without an event that end a session; each user is one where it is not told
   */
  public record Options(
      @Flat Shares shares, @Range(min = 1) int predicted, @Range(min = 0) Optional<Long> gap) {
    /** Refuses counts below 1 and negative times. */
    public Options {
      Check.components(Options.class, shares, predicted, gap);
    }
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "holds out the last sessions by time, to be predicted from their first events";
  }

  @Override
  public String reference() {
    return "Hidasi, Karatzoglou, Baltrunas and Tikk: Session-based Recommendations with Recurrent"
        + " Neural Networks. ICLR 2016";
  }

  @Override
  public Split split(Dataset dataset, Options options, SeedTree seeds) {
    Interactions events = dataset.interactions();
    Arrivals.requireTimes(NAME, events);
    Sessions sessions = new Sessions(events, options.gap());
    long[] ends = sessions.sortedEnds();
    Shares shares = options.shares();
    long testFrom = Cut.from(NAME, ends, shares.test(), "sessions");
    long validationFrom =
        shares.validation() > 0
            ? Cut.from(NAME, ends, shares.validation() + shares.test(), "sessions")
            : testFrom;
    Parts parts = new Parts(dataset);
    for (int user = 0; user < events.users(); user++) {
      int last = sessions.last(user);
      if (last >= sessions.first(user) && sessions.endTime(last) >= validationFrom) {
        int session = last;
        while (session > sessions.first(user) && sessions.endTime(session - 1) >= validationFrom) {
          session--;
        }
        Part part = sessions.endTime(last) >= testFrom ? Part.TEST : Part.VALIDATION;
        parts.set(sessions.start(session), events.end(user), Part.FOLD_IN);
        hold(events.start(user), sessions.start(last), events.end(user), part, options, parts);
      }
    }
    return parts.toSplit(NAME, shares.validation() > 0);
  }

  /** Takes the events to be predicted from the end of a session, which begins at a position. */
  private static void hold(
      int userStart, int start, int end, Part part, Options options, Parts parts) {
    int from = Math.max(end - options.predicted(), Math.max(start, userStart + 1));
    if (from < end) {
      parts.set(from, end, part);
    } else {
      parts.set(start, end, Part.NONE); // all that is known of the user
    }
  }

  /** The sessions of all users, one user's after the other's. Holds 4 bytes each, and 4 a user. */
  private static final class Sessions {
    private final Interactions events;
    private final int[] starts; // position of each session's first event; behind them, all events
    private final int[] firsts; // first session of each user; behind them, all sessions

    Sessions(Interactions events, Optional<Long> gap) {
      this.events = events;
      int[] found = new int[events.size() + 1];
      firsts = new int[events.users() + 1];
      int count = 0;
      for (int user = 0; user < events.users(); user++) {
        firsts[user] = count;
        for (int position = events.start(user); position < events.end(user); position++) {
          boolean begins =
              position == events.start(user)
                  || (gap.isPresent()
                      && events.time(position) - events.time(position - 1) > gap.get());
          if (begins) {
            found[count++] = position;
          }
        }
      }
      firsts[events.users()] = count;
      found[count] = events.size();
      starts = Arrays.copyOf(found, count + 1);
    }

    int first(int user) {
      return firsts[user];
    }

    int last(int user) {
      return firsts[user + 1] - 1;
    }

    int start(int session) {
      return starts[session];
    }

    long endTime(int session) {
      return events.time(starts[session + 1] - 1);
    }

    long[] sortedEnds() {
      long[] ends = new long[starts.length - 1];
      Arrays.setAll(ends, this::endTime);
      Arrays.sort(ends);
      return ends;
    }
  }
}
