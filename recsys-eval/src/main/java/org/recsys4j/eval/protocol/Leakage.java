package org.recsys4j.eval.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.Split;

/**
 * How far a split lets models look ahead: test events that are older than events which models learn
 * from. Under a global time split there is none; under leave-one-out and random splits there are
 * many, and numbers tend to be better than what a system in use would reach (Y. Ji, A. Sun, J.
 * Zhang, C. Li, "A critical study on data leakage in recommender system offline evaluation", ACM
 * TOIS 41(3), 2023).
 *
 * @param testEvents how many test events there are
 * @param olderThanTraining how many of them are older than the newest training event
 * @param olderThanNinetyPercent how many of them are older than the time point before which 90 % of
 *     all events lie, and would be training events under a global time split
 * @param olderThanFoldIn how many of them are older than a fold-in event of their own user, so that
 *     the history from which they are predicted knows what came after them
 */
public record Leakage(
    int testEvents, int olderThanTraining, int olderThanNinetyPercent, int olderThanFoldIn) {
  /** What is said in place of {@link #summary} where there are no times to compare. */
  public static final String UNKNOWN = "not known, since times are not";

  /**
   * Looks at the times of all events.
   *
   * @param split the parts
   * @return the figures, empty where events have no times
   */
  public static Optional<Leakage> of(Split split) {
    Interactions test = split.test();
    if (!split.train().hasTimes() || !test.hasTimes()) {
      return Optional.empty();
    }
    long[] training = times(split.train());
    long[] all = concat(training, times(test));
    for (Interactions other : List.of(split.validation(), split.foldIn())) {
      all = other.hasTimes() ? concat(all, times(other)) : all;
    }
    long newest = Arrays.stream(training).max().orElseThrow();
    Arrays.sort(all);
    long cut = all[(int) (all.length * 9L / 10)];
    return Optional.of(
        new Leakage(
            test.size(),
            olderThan(test, newest),
            olderThan(test, cut),
            olderThanOfUser(test, split.foldIn())));
  }

  private static long[] times(Interactions events) {
    long[] times = new long[events.size()];
    for (int position = 0; position < times.length; position++) {
      times[position] = events.time(position);
    }
    return times;
  }

  private static long[] concat(long[] first, long[] second) {
    long[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static int olderThan(Interactions events, long time) {
    int older = 0;
    for (int position = 0; position < events.size(); position++) {
      older += events.time(position) < time ? 1 : 0;
    }
    return older;
  }

  private static int olderThanOfUser(Interactions events, Interactions known) {
    int older = 0;
    for (int user = 0; known.hasTimes() && user < events.users(); user++) {
      if (known.count(user) > 0) {
        long newest = known.time(known.end(user) - 1);
        for (int position = events.start(user); position < events.end(user); position++) {
          older += events.time(position) < newest ? 1 : 0;
        }
      }
    }
    return older;
  }

  /**
   * Whether any test event is older than a training event, or than one of its user to fold in.
   *
   * @return whether there is something to print
   */
  public boolean any() {
    return olderThanTraining > 0 || olderThanFoldIn > 0;
  }

  /**
   * The figures in one sentence.
   *
   * @return a text without a full stop
   */
  public String summary() {
    if (!any()) {
      return "no test event is older than a training event";
    }
    return String.format(
        Locale.ROOT,
        "of %d test events, %d are older than the newest training event and %d are older than"
            + " the time before which 90 %% of all events lie%s",
        testEvents,
        olderThanTraining,
        olderThanNinetyPercent,
        olderThanFoldIn == 0
            ? ""
            : String.format(
                Locale.ROOT, "; %d are older than a fold-in event of their user", olderThanFoldIn));
  }
}
