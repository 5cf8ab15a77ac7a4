package org.recsys4j.eval.group;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.recsys4j.api.Metric;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.data.Split;
import org.recsys4j.eval.protocol.Evaluation;
import org.recsys4j.eval.protocol.MetricResult;
import org.recsys4j.eval.protocol.Protocol;
import org.recsys4j.eval.statistics.GroupGap;

/**
 * The metrics of an experiment, told of groups besides. A group of users has the mean over these
 * users. A group of items, or a slice of time, has the metric for which only its relevant items are
 * relevant, over the users who have one, while all candidates are ranked as before: where other
 * relevant items stand above, its own stand lower.
 *
 * <p>Only metrics that are means over users are told. Immutable.
 */
public final class GroupEvaluation {
  private final Map<String, Metric> metrics;
  private final List<Slice> slices;

  private GroupEvaluation(Map<String, Metric> metrics, List<Slice> slices) {
    this.metrics = new LinkedHashMap<>(metrics);
    this.slices = List.copyOf(slices);
  }

  /**
   * Forms the groups.
   *
   * @param groups which there are
   * @param split the parts
   * @param protocol who is evaluated on the test part
   * @param metrics by key
   * @return the groups and metrics
   * @throws InvalidDataException if an attribute is not there, or events have no times
   */
  public static GroupEvaluation of(
      Groups groups, Split split, Protocol protocol, Map<String, Metric> metrics) {
    return new GroupEvaluation(metrics, new Slices(groups, split, protocol).all());
  }

  /**
   * What is to be measured, together with the metrics themselves.
   *
   * @return one metric for each group and metric; none where there are no groups
   */
  public List<Metric> metrics() {
    return slices.stream()
        .flatMap(slice -> metrics.values().stream().map(it -> metric(it, slice)))
        .toList();
  }

  private static Metric metric(Metric metric, Slice slice) {
    return new SliceMetric(metric, slice);
  }

  /**
   * What a model came to.
   *
   * @param evaluation of the metrics, and of those of {@link #metrics()}
   * @return one a kind of groups
   */
  public List<GroupedResults> results(Evaluation evaluation) {
    Set<String> kinds = new LinkedHashSet<>();
    slices.forEach(it -> kinds.add(it.by()));
    return kinds.stream()
        .map(by -> slices.stream().filter(it -> it.by().equals(by)).toList())
        .map(it -> results(it, evaluation))
        .toList();
  }

  private GroupedResults results(List<Slice> kind, Evaluation evaluation) {
    List<GroupedResults.Group> groups = new ArrayList<>();
    for (Slice slice : kind) {
      Map<String, Double> values = new LinkedHashMap<>();
      int users = 0;
      for (Map.Entry<String, Metric> metric : means(evaluation)) {
        MetricResult result = evaluation.result(metric(metric.getValue(), slice).label());
        values.put(metric.getKey(), result.value());
        users = Math.max(users, (int) numbers(result).count());
      }
      groups.add(new GroupedResults.Group(slice.name(), users, values));
    }
    Map<String, GroupGap> gaps = new LinkedHashMap<>();
    for (Map.Entry<String, Metric> metric : means(evaluation)) {
      if (kind.get(0).ofUsers()) {
        Map<String, double[]> ofUsers = new LinkedHashMap<>();
        for (Slice slice : kind) {
          MetricResult result = evaluation.result(metric(metric.getValue(), slice).label());
          ofUsers.put(slice.name(), numbers(result).mapToDouble(it -> it).toArray());
        }
        GroupGap.of(ofUsers, metric.getValue().higherIsBetter())
            .ifPresent(it -> gaps.put(metric.getKey(), it));
      }
    }
    return new GroupedResults(kind.get(0).by(), groups, gaps);
  }

  private List<Map.Entry<String, Metric>> means(Evaluation evaluation) {
    return metrics.entrySet().stream()
        .filter(it -> evaluation.result(it.getValue().label()).hasPerUser())
        .toList();
  }

  private static Stream<Double> numbers(MetricResult result) {
    return Arrays.stream(result.perUser()).filter(it -> !Double.isNaN(it)).boxed();
  }
}
