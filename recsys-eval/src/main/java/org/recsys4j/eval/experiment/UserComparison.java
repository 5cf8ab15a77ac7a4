package org.recsys4j.eval.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.eval.statistics.Comparison;
import org.recsys4j.eval.statistics.MetricComparison;
import org.recsys4j.eval.statistics.ModelComparer;
import org.recsys4j.eval.statistics.Resampling;

/**
 * Compares models by their files of numbers by user.
 *
 * <p>Metrics are read and compared in groups, so that no more than {@value #BYTES} bytes of numbers
 * are in memory at a time, or those of one metric where they are more: 8 bytes for each user and
 * model. Every pair of models is compared under as many metrics, from the first on, as make no more
 * than {@value #MOST_PAIRS} pairs in all.
 */
public final class UserComparison {
  /** A difference is marked below this. */
  public static final double SIGNIFICANCE = 0.05;

  private static final long BYTES = 256L << 20;
  private static final int MOST_PAIRS = 1_000;

  private final List<Leaderboard.Column> metrics;
  private final Optional<String> baseline;
  private final Resampling how;

  /**
   * A comparison to be made.
   *
   * @param metrics what was measured; those without numbers by user are passed over
   * @param baseline what models are compared with; empty for the best of each metric
   * @param how how resamples are drawn
   */
  public UserComparison(
      List<Leaderboard.Column> metrics, Optional<String> baseline, Resampling how) {
    this.metrics = metrics;
    this.baseline = baseline;
    this.how = how;
  }

  /** Where the numbers of a model are. */
  public interface Numbers {
    /**
     * Which metrics there are.
     *
     * @return their keys
     */
    List<String> keys();

    /**
     * Reads some.
     *
     * @param keys some of {@link #keys}
     * @return the numbers, in the order of the keys
     */
    PerUserNumbers read(List<String> keys);
  }

  /** The numbers in a file of a run. */
  static Numbers in(Path file) {
    return new Numbers() {
      @Override
      public List<String> keys() {
        return PerUserNumbers.keys(file);
      }

      @Override
      public PerUserNumbers read(List<String> keys) {
        return PerUserNumbers.read(file, keys);
      }
    };
  }

  /**
   * Compares.
   *
   * @param models for each label where its numbers are; those without any are passed over
   * @return the comparison, empty where no user has a number
   * @throws InvalidDataException if the files are damaged or hold different users
   */
  public Optional<Comparison> of(Map<String, Numbers> models) {
    Map<String, Numbers> measured = new LinkedHashMap<>();
    List<Leaderboard.Column> common = new ArrayList<>(metrics);
    models.forEach(
        (label, numbers) -> {
          List<String> keys = numbers.keys();
          if (!keys.isEmpty()) {
            measured.put(label, numbers);
            common.removeIf(metric -> !keys.contains(metric.key()));
          }
        });
    if (measured.isEmpty() || common.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> reference = baseline.filter(measured::containsKey);
    return Optional.of(
        new Comparison(
            how.draws(),
            how.seed(),
            how.level(),
            SIGNIFICANCE,
            reference.isEmpty(),
            compare(common, measured, new ModelComparer(how, reference))));
  }

  private static List<MetricComparison> compare(
      List<Leaderboard.Column> metrics, Map<String, Numbers> models, ModelComparer comparer) {
    List<String> labels = List.copyOf(models.keySet());
    long pairs = labels.size() * (labels.size() - 1L) / 2;
    long users = models.values().iterator().next().read(List.of()).users().size();
    int size =
        (int) Math.max(1, Math.min(metrics.size(), BYTES / (8L * labels.size() * (users + 1))));
    List<MetricComparison> results = new ArrayList<>();
    for (int from = 0; from < metrics.size(); from += size) {
      List<Leaderboard.Column> group = metrics.subList(from, Math.min(metrics.size(), from + size));
      List<PerUserNumbers> numbers = read(group, models);
      for (int i = 0; i < group.size(); i++) {
        int column = i;
        Leaderboard.Column metric = group.get(i);
        results.add(
            comparer.compare(
                metric.key(),
                metric.label(),
                metric.higherIsBetter(),
                labels,
                numbers.stream().map(it -> it.columns().get(column)).toArray(double[][]::new),
                (results.size() + 1) * pairs <= MOST_PAIRS));
      }
    }
    return results;
  }

  private static List<PerUserNumbers> read(
      List<Leaderboard.Column> metrics, Map<String, Numbers> models) {
    List<String> keys = metrics.stream().map(Leaderboard.Column::key).toList();
    List<PerUserNumbers> all = new ArrayList<>();
    models.forEach(
        (label, numbers) -> {
          PerUserNumbers one = numbers.read(keys);
          if (!all.isEmpty() && !one.users().equals(all.get(0).users())) {
            throw new InvalidDataException(
                "model \"" + label + "\" was measured on other users than the model before it");
          }
          // Ids are compared, and then those of one model are enough.
          all.add(
              all.isEmpty() ? one : new PerUserNumbers(all.get(0).users(), keys, one.columns()));
        });
    return all;
  }
}
