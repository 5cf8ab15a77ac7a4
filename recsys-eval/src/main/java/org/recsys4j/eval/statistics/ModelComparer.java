package org.recsys4j.eval.statistics;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Compares models under a metric.
 *
 * <p>All models are resampled together, so a metric takes {@code draws x users x models} additions,
 * shared by the workers, and each pair no more than one test. Memory: beside the numbers, 16 bytes
 * for each draw and model. A user whose number is NaN under some models but not under others is
 * left out of the pairs that need it; such pairs are resampled on their own.
 *
 * @param how how resamples are drawn
 * @param reference the label of the model that others are compared with; empty for the best under
 *     the metric
 */
public record ModelComparer(Resampling how, Optional<String> reference) {

  /**
   * Compares.
   *
   * @param key the metric in files
   * @param label the metric in print
   * @param higherIsBetter which direction is better
   * @param models labels, at least one, without repetition
   * @param values for each model one number a user, the users in one order
   * @param pairs whether every model is compared with every other one, too
   * @return the comparison; its reference is the best model where the one that was named is not
   *     among the models
   * @throws IllegalArgumentException if the numbers do not fit the models or one another
   */
  public MetricComparison compare(
      String key,
      String label,
      boolean higherIsBetter,
      List<String> models,
      double[][] values,
      boolean pairs) {
    check(models, values);
    Table table = new Table(values, how);
    MeanEstimate[] means = new MeanEstimate[values.length];
    how.workers().run(means.length, i -> means[i] = table.mean(i));
    int at =
        reference
            .map(models::indexOf)
            .filter(i -> i >= 0)
            .orElseGet(() -> best(means, higherIsBetter));
    List<int[]> against =
        IntStream.range(0, values.length)
            .filter(i -> i != at)
            .mapToObj(i -> new int[] {i, at})
            .toList();
    List<int[]> all = new ArrayList<>();
    for (int first = 0; pairs && first < values.length; first++) {
      for (int second = first + 1; second < values.length; second++) {
        all.add(new int[] {first, second});
      }
    }
    return new MetricComparison(
        key,
        label,
        higherIsBetter,
        models.get(at),
        IntStream.range(0, values.length)
            .mapToObj(i -> new MetricComparison.Model(models.get(i), means[i]))
            .toList(),
        table.compare(against, models),
        table.compare(all, models));
  }

  private static void check(List<String> models, double[][] values) {
    if (values.length == 0 || values.length != models.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "%d models with numbers, %d labels", values.length, models.size()));
    }
    for (double[] column : values) {
      if (column.length != values[0].length) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT, "numbers of %d and of %d users", column.length, values[0].length));
      }
    }
  }

  /** The first of the best; one without a mean is never better. */
  private static int best(MeanEstimate[] means, boolean higherIsBetter) {
    int best = 0;
    for (int i = 1; i < means.length; i++) {
      double gain = means[i].mean() - means[best].mean();
      boolean first = Double.isNaN(means[best].mean()) && !Double.isNaN(means[i].mean());
      best = first || (higherIsBetter ? gain > 0 : gain < 0) ? i : best;
    }
    return best;
  }

  /** Models whose numbers are missing for the same users share a sample. */
  private static final class Table {
    private final double[][] values;
    private final Resampling how;
    private final Sample[] samples;
    private final int[] places;

    Table(double[][] values, Resampling how) {
      this.values = values;
      this.how = how;
      this.samples = new Sample[values.length];
      this.places = new int[values.length];
      Map<String, List<Integer>> groups = new TreeMap<>();
      for (int i = 0; i < values.length; i++) {
        groups.computeIfAbsent(missing(values[i]).toString(), any -> new ArrayList<>()).add(i);
      }
      for (List<Integer> group : groups.values()) {
        double[][] columns = group.stream().map(i -> values[i]).toArray(double[][]::new);
        Sample sample = Sample.of(how, columns);
        for (int place = 0; place < columns.length; place++) {
          samples[group.get(place)] = sample;
          places[group.get(place)] = place;
        }
      }
    }

    private static BitSet missing(double[] column) {
      BitSet missing = new BitSet();
      IntStream.range(0, column.length)
          .filter(row -> Double.isNaN(column[row]))
          .forEach(missing::set);
      return missing;
    }

    MeanEstimate mean(int column) {
      return samples[column].mean(places[column]);
    }

    List<MetricComparison.Pair> compare(List<int[]> pairs, List<String> models) {
      PairedComparison[] results = new PairedComparison[pairs.size()];
      how.workers()
          .run(results.length, i -> results[i] = compare(pairs.get(i)[0], pairs.get(i)[1]));
      List<PairedComparison> family = Family.corrected(List.of(results));
      return IntStream.range(0, pairs.size())
          .mapToObj(
              i ->
                  new MetricComparison.Pair(
                      models.get(pairs.get(i)[0]), models.get(pairs.get(i)[1]), family.get(i)))
          .toList();
    }

    private PairedComparison compare(int first, int second) {
      return samples[first] == samples[second]
          ? samples[first].compare(places[first], places[second])
          : Sample.of(how, values[first], values[second]).compare(0, 1);
    }
  }
}
