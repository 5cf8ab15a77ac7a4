package org.recsys4j.eval.metric.beyond;

import java.util.Arrays;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.recsys4j.api.EvaluationContext;
import org.recsys4j.api.data.ItemSet;

/**
 * The items of the long tail: all but the short head, the fewest most popular items that together
 * have a share of all popularity. Items as popular as the last one of the head belong to it.
 *
 * @param headShare share of the head: 0.8
 */
public record LongTail(double headShare) implements Function<EvaluationContext, ItemSet> {
  @Override
  public ItemSet apply(EvaluationContext context) {
    int universe = context.candidates().universe();
    int[] popularity = IntStream.range(0, universe).map(context::popularity).toArray();
    int least = leastOfTop(popularity, headShare);
    IntPredicate isTail = item -> popularity[item] < least;
    return ItemSet.of(universe, IntStream.range(0, universe).filter(isTail).toArray());
  }

  /**
   * What a number must reach to be among the largest ones, which together have a share of the sum.
   *
   * @param numbers zero or more each
   * @param share from 0 to 1
   * @return at least 1: a number of zero is never among them
   */
  public static int leastOfTop(int[] numbers, double share) {
    int[] sorted = numbers.clone();
    Arrays.sort(sorted);
    double enough = share * Arrays.stream(sorted).asLongStream().sum();
    long sum = 0;
    for (int i = sorted.length - 1; i >= 0; i--) {
      sum += sorted[i];
      if (sum >= enough || i == 0) {
        return Math.max(1, sorted[i]);
      }
    }
    return 1;
  }
}
