package org.recsys4j.bench.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recsys4j.data.describe.Activity;
import org.recsys4j.data.describe.Description;
import org.recsys4j.data.describe.SplitDescription;
import org.recsys4j.data.describe.ValueHistogram;
import org.recsys4j.eval.protocol.Leakage;

/** A description for programs. Keys never change their meaning; what is not known is null. */
final class DescriptionJson {
  private static final double[] QUANTILES = {0, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 1};

  private DescriptionJson() {}

  static String of(DataDescribeCommand.Figures figures) {
    Description data = figures.description();
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("name", figures.name());
    tree.put("events", data.events());
    tree.put("pairs", data.pairs());
    tree.put("repeats", data.repeats());
    tree.put("density", data.density());
    tree.put("times", data.times().map(DescriptionJson::times).orElse(null));
    tree.put("shared-time-share", data.sharedTimes().orElse(null));
    tree.put("values", data.values().bins().stream().map(DescriptionJson::bin).toList());
    tree.put("users", activity(data.users()));
    tree.put("items", activity(data.items()));
    tree.put("beside", beside(figures.beside()));
    tree.put("split", figures.split().map(DescriptionJson::split).orElse(null));
    tree.put("look-at", figures.suspicions());
    try {
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps, numbers and texts can always be written", e);
    }
  }

  private static Map<String, ?> times(Description.Times times) {
    return ordered("first", times.first(), "last", times.last(), "shared", times.shared());
  }

  private static Map<String, ?> bin(ValueHistogram.Bin bin) {
    return ordered("from", bin.from(), "to", bin.to(), "events", bin.count());
  }

  private static Map<String, ?> activity(Activity activity) {
    Map<String, Integer> quantiles = new LinkedHashMap<>();
    for (double quantile : QUANTILES) {
      quantiles.put(Double.toString(quantile), activity.quantile(quantile));
    }
    return ordered(
        "count", activity.size(),
        "mean", activity.mean(),
        "quantiles", quantiles,
        "gini", activity.gini(),
        "share-of-top",
            ordered(
                "0.01", activity.shareOfTop(0.01),
                "0.1", activity.shareOfTop(0.1),
                "0.2", activity.shareOfTop(0.2)),
        "needed-for-80-percent", activity.neededFor(0.8),
        "with-one-event", activity.between(1, 1));
  }

  private static Map<String, ?> beside(DataDescribeCommand.Beside beside) {
    return ordered(
        "user-attributes", beside.catalogue().userAttributes().columns(),
        "item-attributes", beside.catalogue().itemAttributes().columns(),
        "event-attributes", beside.ofEvents(),
        "links", beside.catalogue().social().size(),
        "facts", beside.catalogue().knowledge().size());
  }

  private static Map<String, ?> split(DataDescribeCommand.OfSplit split) {
    SplitDescription parts = split.description();
    Map<String, @Nullable Object> tree =
        new LinkedHashMap<>(
            ordered(
                "strategy", split.strategy(),
                "train", parts.train(),
                "validation", parts.validation(),
                "test", parts.test(),
                "test-users", parts.testUsers(),
                "cold-users", parts.coldUsers(),
                "test-items", parts.testItems(),
                "cold-items", parts.coldItems(),
                "cold-events", parts.coldEvents(),
                "cold-share", parts.coldShare()));
    tree.put("leakage", split.leakage().map(DescriptionJson::leakage).orElse(null));
    return tree;
  }

  private static Map<String, ?> leakage(Leakage leakage) {
    return ordered(
        "test-events", leakage.testEvents(),
        "older-than-training", leakage.olderThanTraining(),
        "older-than-ninety-percent", leakage.olderThanNinetyPercent());
  }

  /** Keys and values by turns. */
  private static Map<String, Object> ordered(Object... keysAndValues) {
    Map<String, Object> tree = new LinkedHashMap<>();
    List<Object> all = List.of(keysAndValues);
    for (int i = 0; i < all.size(); i += 2) {
      tree.put((String) all.get(i), all.get(i + 1));
    }
    return tree;
  }
}
