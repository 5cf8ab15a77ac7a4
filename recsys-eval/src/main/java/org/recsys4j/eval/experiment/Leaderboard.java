package org.recsys4j.eval.experiment;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.recsys4j.eval.statistics.Comparison;
import org.recsys4j.eval.statistics.Interval;
import org.recsys4j.eval.statistics.MeanEstimate;
import org.recsys4j.eval.statistics.MetricComparison;
import org.recsys4j.eval.statistics.PairedComparison;

/**
 * The models of one run, best first by the first metric; those of equal value in the order of the
 * file, those that failed last.
 *
 * @param protocol id of the protocol under which all of them were measured
 * @param metrics what was measured, in the order of the file
 * @param models the results
 * @param comparison what users say of the models; empty while a run goes on
 */
public record Leaderboard(
    String protocol,
    List<Column> metrics,
    List<ModelResult> models,
    Optional<Comparison> comparison) {
  private static final int PRINTED_DIGITS = 4;

  /** Sorts the models. */
  public Leaderboard {
    metrics = List.copyOf(metrics);
    models = models.stream().sorted(order(metrics.get(0))).toList();
  }

  /**
   * Models that were not compared.
   *
   * @param protocol id of the protocol under which all of them were measured
   * @param metrics what was measured, in the order of the file
   * @param models the results
   */
  public Leaderboard(String protocol, List<Column> metrics, List<ModelResult> models) {
    this(protocol, metrics, models, Optional.empty());
  }

  /**
   * A metric.
   *
   * @param key in files: {@code ndcg@10}
   * @param label in print: {@code nDCG@10}
   * @param higherIsBetter which direction is better
   */
  public record Column(String key, String label, boolean higherIsBetter) {
    static Column of(ExperimentConfig.NamedMetric metric) {
      return new Column(metric.key(), metric.metric().label(), metric.metric().higherIsBetter());
    }
  }

  private static Comparator<ModelResult> order(Column first) {
    double sign = first.higherIsBetter() ? -1 : 1;
    return Comparator.comparing(ModelResult::failed)
        .thenComparingDouble(it -> sign * it.metrics().getOrDefault(first.key(), Double.NaN));
  }

  /**
   * A number as people read it.
   *
   * @param value any number
   * @return four decimals
   */
  public static String print(double value) {
    return String.format(Locale.ROOT, "%." + PRINTED_DIGITS + "f", value);
  }

  /**
   * The same with what users say of the models.
   *
   * @param found the comparison
   * @return a leaderboard with intervals and marks
   */
  public Leaderboard with(Comparison found) {
    return new Leaderboard(protocol, metrics, models, Optional.of(found));
  }

  /**
   * The bootstrap interval of a number.
   *
   * @param model a label
   * @param key a metric
   * @return the interval; empty where it is unknown, as for metrics that only lists together have
   */
  public Optional<Interval> interval(String model, String key) {
    return comparison
        .flatMap(it -> it.metric(key))
        .flatMap(it -> it.estimate(model))
        .map(MeanEstimate::interval)
        .filter(Interval::known);
  }

  /**
   * A model beside the one that it is compared with.
   *
   * @param model a label
   * @param key a metric
   * @return the model minus the reference; empty for the reference, and where nothing was compared
   */
  public Optional<PairedComparison> againstReference(String model, String key) {
    return comparison.flatMap(it -> it.metric(key)).flatMap(it -> it.againstReference(model));
  }

  /**
   * Whether a number differs significantly from that of the reference.
   *
   * @param model a label
   * @param key a metric
   * @return whether tables mark it
   */
  public boolean marked(String model, String key) {
    double significance = comparison.map(Comparison::significance).orElse(0.0);
    return comparison
        .flatMap(it -> it.metric(key))
        .map(it -> it.verdict(model, significance))
        .filter(verdict -> verdict != MetricComparison.Verdict.OPEN)
        .isPresent();
  }

  /**
   * Whether no model is better.
   *
   * @param result a model
   * @param metric a metric
   * @return whether tables show it in bold; never where it is the only model
   */
  public boolean best(ModelResult result, Column metric) {
    double sign = metric.higherIsBetter() ? 1 : -1;
    double value = sign * result.metrics().getOrDefault(metric.key(), Double.NaN);
    return models.stream().filter(it -> !it.failed()).count() > 1
        && models.stream()
            .mapToDouble(it -> sign * it.metrics().getOrDefault(metric.key(), Double.NaN))
            .filter(it -> !Double.isNaN(it))
            .allMatch(it -> it <= value);
  }
}
