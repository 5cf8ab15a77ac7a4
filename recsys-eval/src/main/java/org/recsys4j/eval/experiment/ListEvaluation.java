package org.recsys4j.eval.experiment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.eval.experiment.ExperimentConfig.NamedMetric;
import org.recsys4j.eval.statistics.Resampling;
import org.recsys4j.eval.trec.TrecCollection;

/**
 * Lists that any tool produced, measured and compared like the models of a run.
 *
 * @param leaderboard one row a list; its protocol is a hash of judgements, of what users had
 *     before, and of the metrics
 * @param results beside the numbers, what was left out
 */
public record ListEvaluation(Leaderboard leaderboard, List<TrecCollection.Result> results) {
  private static final int DIGITS = 16;

  /** Copies the list. */
  public ListEvaluation {
    results = List.copyOf(results);
  }

  /**
   * Measures and compares all runs of a collection. Holds 8 bytes for each user, metric and run.
   *
   * @param collection what was read
   * @param protocol see {@link #protocol}
   * @param metrics what to measure
   * @param baseline label of the run that others are compared with, empty for the best of each
   *     metric
   * @param how how resamples are drawn; its seed orders equal scores in lists, too
   * @return the numbers
   * @throws UnusableRunException if no run has the label of the baseline
   */
  public static ListEvaluation of(
      TrecCollection collection,
      String protocol,
      List<NamedMetric> metrics,
      Optional<String> baseline,
      Resampling how) {
    if (baseline.isPresent() && !collection.runs().contains(baseline.get())) {
      throw new UnusableRunException(
          "no run \"" + baseline.get() + "\"; there are: " + String.join(", ", collection.runs()));
    }
    List<TrecCollection.Result> results =
        collection.runs().stream()
            .map(
                label ->
                    collection.evaluate(
                        label, metrics.stream().map(NamedMetric::metric).toList(), how.seed()))
            .toList();
    List<ModelResult> models = new ArrayList<>();
    Map<String, UserComparison.Numbers> numbers = new LinkedHashMap<>();
    for (TrecCollection.Result result : results) {
      models.add(model(result, metrics));
      numbers.put(result.label(), numbers(collection.users(), result, metrics));
    }
    List<Leaderboard.Column> columns = metrics.stream().map(Leaderboard.Column::of).toList();
    Leaderboard board = new Leaderboard(protocol, columns, models);
    return new ListEvaluation(
        new UserComparison(columns, baseline, how).of(numbers).map(board::with).orElse(board),
        results);
  }

  private static ModelResult model(TrecCollection.Result result, List<NamedMetric> metrics) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (NamedMetric metric : metrics) {
      values.put(metric.key(), result.values().getOrDefault(metric.metric().label(), Double.NaN));
    }
    return new ModelResult(
        result.label(),
        "",
        ModelFolder.of(result.label()),
        values,
        0,
        Double.NaN,
        Double.NaN,
        0,
        0,
        Optional.empty());
  }

  /** Metrics of which at least one user has a number. */
  private static UserComparison.Numbers numbers(
      List<String> users, TrecCollection.Result result, List<NamedMetric> metrics) {
    Map<String, double[]> columns = new LinkedHashMap<>();
    for (NamedMetric metric : metrics) {
      double[] column = result.perUser().getOrDefault(metric.metric().label(), new double[0]);
      OptionalDouble any = Arrays.stream(column).filter(it -> !Double.isNaN(it)).findFirst();
      if (any.isPresent()) {
        columns.put(metric.key(), column);
      }
    }
    return new UserComparison.Numbers() {
      @Override
      public List<String> keys() {
        return List.copyOf(columns.keySet());
      }

      @Override
      public PerUserNumbers read(List<String> keys) {
        return new PerUserNumbers(
            users,
            keys,
            keys.stream().map(key -> columns.getOrDefault(key, new double[0])).toList());
      }
    };
  }

  /**
   * Names what lists are measured by: equal for equal judgements, seen items and metrics.
   *
   * @param qrels the judgements
   * @param train what users had before
   * @param metrics what is measured
   * @return 16 hexadecimal digits
   * @throws InvalidDataException if a file cannot be read
   */
  public static String protocol(Path qrels, Optional<Path> train, List<NamedMetric> metrics) {
    String text =
        checksum(qrels)
            + "\n"
            + train.map(ListEvaluation::checksum).orElse("")
            + "\n"
            + metrics.stream().map(it -> it.metric().label()).collect(Collectors.joining("\n"));
    return Sha256.hex(text.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
  }

  private static String checksum(Path file) {
    try {
      return Sha256.hex(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new InvalidDataException("cannot read " + file + ": " + IoReason.of(e), e);
    }
  }
}
