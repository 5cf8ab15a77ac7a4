package org.recsys4j.api;

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
   * Begins to measure.
   *
   * @param context sizes that the metric may need
   * @return an empty accumulator
   */
  Accumulator start(EvaluationContext context);

  /**
   * A metric that is a number for each user, averaged over users (macro average).
   *
   * @param label the unambiguous name
   * @param depth how many of the first places are looked at, at least 1
   * @param higherIsBetter which direction is better
   * @param value the number of one user; called from many threads, with at least one relevant item
   * @return the metric
   */
  static Metric perUser(
      String label, int depth, boolean higherIsBetter, ToDoubleFunction<UserRanking> value) {
    return new MeanOverUsers(label, depth, higherIsBetter, value);
  }
}
