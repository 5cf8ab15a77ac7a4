package org.recsys4j.api;

import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * A measure of ranked lists, with its parameters fixed: nDCG@10, not nDCG. Stateless; what is
 * counted lives in the {@link Accumulator}.
 */
public interface Metric {
  /**
   * The unambiguous name, as tables print it: {@code "nDCG@10"}.
   *
   * @return the label
   */
  String label();

  /**
   * Which direction is better.
   *
   * @return whether a larger number is the better one
   */
  boolean higherIsBetter();

  /**
   * How many of the first places the metric looks at. Evaluation selects as many for each user as
   * the deepest metric asks for.
   *
   * @return at least 1
   */
  int depth();

  /**
   * What the metric has to be told beside lists. What no metric of a run needs is not gathered.
   *
   * @return nothing unless overridden
   */
  default Set<MetricNeed> needs() {
    return Set.of();
  }

  /**
   * Begins to measure. Called for each group of some users; what takes long to compute is shared by
   * {@link EvaluationContext#derived}.
   *
   * @param context sizes, and what the metric needs
   * @return an empty accumulator
   */
  Accumulator start(EvaluationContext context);

  /**
   * A metric that is a number for each user, averaged over users (macro average).
   *
   * @param label the unambiguous name
   * @param depth how many of the first places are looked at, at least 1
   * @param higherIsBetter which direction is better
   * @param value the number of one user; called from many threads, with at least one relevant item;
   *     NaN for a user whom the mean leaves out, since the metric is not defined
   * @return the metric
   */
  static Metric perUser(
      String label, int depth, boolean higherIsBetter, ToDoubleFunction<UserRanking> value) {
    return perUser(label, depth, higherIsBetter, Set.of(), context -> value);
  }

  /**
   * A metric that is a number for each user, averaged over users, and has to be told something.
   *
   * @param label the unambiguous name
   * @param depth how many of the first places are looked at, at least 1
   * @param higherIsBetter which direction is better
   * @param needs what it has to be told
   * @param value makes the number of one user out of what there is to know
   * @return the metric
   */
  static Metric perUser(
      String label,
      int depth,
      boolean higherIsBetter,
      Set<MetricNeed> needs,
      Function<EvaluationContext, ToDoubleFunction<UserRanking>> value) {
    return new MeanOverUsers(label, depth, higherIsBetter, needs, value);
  }
}
