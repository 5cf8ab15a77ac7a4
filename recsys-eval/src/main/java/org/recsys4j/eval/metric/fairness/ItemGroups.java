package org.recsys4j.eval.metric.fairness;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.recsys4j.api.EvaluationContext;
import org.recsys4j.api.MetricNeed;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Range;
import org.recsys4j.api.data.ItemSet;
import org.recsys4j.eval.metric.Labels;
import org.recsys4j.eval.metric.beyond.LongTail;
import org.recsys4j.eval.metric.beyond.Tags;

/**
 * Which groups items are compared by: the options of metrics of their fairness.
 *
 * @param k how many of the first places count
 * @param column the attribute whose tags are the groups; empty for the short head and the long tail
 * @param separator what stands between two tags
 * @param headShare the share of all popularity that the short head has
 */
public record ItemGroups(
    @Range(min = 1, max = 1_000_000) int k,
    Optional<String> column,
    String separator,
    @Range(min = 0, max = 1, minExclusive = true, maxExclusive = true) double headShare) {
  private static final int[] HEAD = {0};
  private static final int[] TAIL = {1};

  /** Checks the ranges, and that there is a separator. */
  public ItemGroups {
    Check.components(ItemGroups.class, k, column, separator, headShare);
    Check.argument(!separator.isEmpty(), "separator", "\"\"", "one character or more");
  }

  /** Such as {@code RSP(genres)@10} or {@code RSP(head 0.8)@10}. */
  String label(String name) {
    return name + "(" + column.orElse("head " + Labels.number(headShare)) + ")@" + k;
  }

  /** What the groups are made from, and something besides. */
  Set<MetricNeed> needs(MetricNeed... besides) {
    Set<MetricNeed> needs = new HashSet<>(Set.of(besides));
    needs.add(column.isPresent() ? MetricNeed.ITEM_ATTRIBUTES : MetricNeed.POPULARITY);
    return Set.copyOf(needs);
  }

  /** The groups of each item. */
  Tags of(EvaluationContext context) {
    return column
        .map(it -> context.derived(new Tags.Of(it, separator)))
        .orElseGet(() -> context.derived(new Halves(headShare)));
  }

  /** Head and tail. */
  private record Halves(double headShare) implements Function<EvaluationContext, Tags> {
    @Override
    public Tags apply(EvaluationContext context) {
      ItemSet tail = context.derived(new LongTail(headShare));
      List<int[]> ofItem =
          IntStream.range(0, tail.universe())
              .mapToObj(item -> tail.contains(item) ? TAIL : HEAD)
              .toList();
      return new Tags(List.of("head", "tail"), ofItem);
    }
  }

  /** The number of candidates in each group. */
  static long[] candidates(EvaluationContext context, Tags groups) {
    long[] counts = new long[groups.names().size()];
    context
        .candidates()
        .forEach(
            item -> {
              for (int group : groups.of(item)) {
                counts[group]++;
              }
            });
    return counts;
  }
}
