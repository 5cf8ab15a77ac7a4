package org.recsys4j.eval.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.recsys4j.eval.statistics.Replications;

/**
 * Runs in which one model was trained with the same options, and with different seeds or on
 * different folds. Its numbers are means over the runs, user by user, of the runs that measured the
 * user.
 */
final class RunSet implements UserComparison.Numbers {
  private final String label;
  private final String definition;
  private final EvaluatedUsers users;
  private final List<Integer> numbers = new ArrayList<>();
  private final List<SavedResults> runs = new ArrayList<>();
  private final List<ModelResult> results = new ArrayList<>();
  private boolean alone = true;

  private RunSet(String label, String definition, EvaluatedUsers users) {
    this.label = label;
    this.definition = definition;
    this.users = users;
  }

  /** The sets of all models; each run joins the first set that it fits into. */
  static List<RunSet> of(List<SavedResults> runs) {
    EvaluatedUsers users = EvaluatedUsers.of(runs);
    List<RunSet> sets = new ArrayList<>();
    for (int number = 1; number <= runs.size(); number++) {
      SavedResults run = runs.get(number - 1);
      for (ModelResult model : run.leaderboard().models()) {
        String definition = run.definition(model.label());
        RunSet set =
            sets.stream()
                .filter(it -> it.takes(run, model, definition))
                .findFirst()
                .orElseGet(() -> add(sets, new RunSet(model.label(), definition, users)));
        set.numbers.add(number);
        set.runs.add(run);
        set.results.add(model);
      }
    }
    for (RunSet set : sets) {
      set.alone = sets.stream().filter(it -> it.label.equals(set.label)).count() == 1;
    }
    return sets;
  }

  private static RunSet add(List<RunSet> sets, RunSet set) {
    sets.add(set);
    return set;
  }

  private boolean takes(SavedResults run, ModelResult model, String options) {
    return label.equals(model.label())
        && definition.equals(options)
        && !failed()
        && !model.failed()
        && runs.stream().noneMatch(run::sameSeedAs);
  }

  String label() {
    return label;
  }

  /** The label, with the runs where it is the label of several sets. */
  String name() {
    String which = numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    return alone ? label : label + " (" + (numbers.size() == 1 ? "run " : "runs ") + which + ")";
  }

  boolean failed() {
    return results.get(0).failed();
  }

  /** Means over the runs; of memory and epochs, the most. */
  ModelResult result() {
    ModelResult first = results.get(0);
    Map<String, Double> metrics = new LinkedHashMap<>();
    first
        .metrics()
        .keySet()
        .forEach(key -> metrics.put(key, mean(it -> it.metrics().getOrDefault(key, Double.NaN))));
    return new ModelResult(
        name(),
        first.model(),
        first.folder(),
        metrics,
        results.stream().mapToInt(ModelResult::epochs).max().orElse(0),
        mean(ModelResult::fitSeconds),
        mean(ModelResult::evaluateSeconds),
        first.parameters(),
        results.stream().mapToLong(ModelResult::peakMemoryBytes).max().orElse(0),
        first.failure());
  }

  private double mean(ToDoubleFunction<ModelResult> number) {
    return results.stream().mapToDouble(number).average().orElse(Double.NaN);
  }

  @Override
  public List<String> keys() {
    List<String> keys = new ArrayList<>(PerUserNumbers.keys(runs.get(0).perUserFile(label)));
    runs.forEach(run -> keys.retainAll(PerUserNumbers.keys(run.perUserFile(label))));
    return keys;
  }

  @Override
  public PerUserNumbers read(List<String> keys) {
    List<PerUserNumbers> all = readAll(keys);
    PerUserNumbers first = all.get(0);
    if (all.size() == 1) {
      return first;
    }
    List<double[]> means = new ArrayList<>();
    for (int column = 0; column < first.columns().size(); column++) {
      double[] sums = new double[users.all().size()];
      int[] measured = new int[sums.length];
      for (PerUserNumbers run : all) {
        double[] values = run.columns().get(column);
        for (int user = 0; user < sums.length; user++) {
          sums[user] += Double.isNaN(values[user]) ? 0 : values[user];
          measured[user] += Double.isNaN(values[user]) ? 0 : 1;
        }
      }
      Arrays.setAll(sums, user -> sums[user] / measured[user]); // NaN of none
      means.add(sums);
    }
    return new PerUserNumbers(users.all(), first.keys(), means);
  }

  private List<PerUserNumbers> readAll(List<String> keys) {
    return runs.stream().map(run -> users.read(run, label, keys)).toList();
  }

  /** The numbers of users under one metric, if they have any. */
  Optional<double[]> numbers(String key) {
    return keys().contains(key)
        ? Optional.of(read(List.of(key)).columns().get(0))
        : Optional.empty();
  }

  JoinedRuns.Row row(List<Leaderboard.Column> metrics, double level) {
    Map<String, Replications> replications = new LinkedHashMap<>();
    if (runs.size() > 1) {
      List<String> keys = keys();
      for (Leaderboard.Column metric : metrics) {
        replications.put(metric.key(), replications(metric.key(), keys, level));
      }
    }
    return new JoinedRuns.Row(
        name(),
        label,
        List.copyOf(numbers),
        runs.stream().map(SavedResults::seed).toList(),
        replications);
  }

  private Replications replications(String metric, List<String> keys, double level) {
    double[] ofRuns =
        results.stream().mapToDouble(it -> it.metrics().getOrDefault(metric, Double.NaN)).toArray();
    if (!keys.contains(metric)) {
      return Replications.of(ofRuns, level);
    }
    double[][] ofUsers =
        readAll(List.of(metric)).stream().map(it -> it.columns().get(0)).toArray(double[][]::new);
    return Replications.of(ofRuns, ofUsers, level);
  }
}
