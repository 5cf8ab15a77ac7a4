package org.recsys4j.eval.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.eval.statistics.Family;
import org.recsys4j.eval.statistics.MetricComparison;
import org.recsys4j.eval.statistics.MetricComparison.Verdict;
import org.recsys4j.eval.statistics.PairedComparison;
import org.recsys4j.eval.statistics.Replications;
import org.recsys4j.eval.statistics.Resampling;

/**
 * Runs of one protocol, or repetitions of one experiment, joined into one leaderboard.
 *
 * <p>A model that was trained by several runs is known by its label. Runs that differ in nothing
 * but the seed of the experiment, or the fold, with the same plug-in and options, are
 * <em>replications</em>: one row of the leaderboard, whose numbers are means over the runs, user by
 * user. A run that has a seed which is there already, or other options, begins a row of its own,
 * and is looked at for a <em>change</em> against the first row of its label.
 *
 * @param runs the runs, in the order in which they were named
 * @param leaderboard all rows, compared over users
 * @param rows how rows came to be, in the order of the runs
 * @param changes for each metric, each label and each row after the first of its label: that row
 *     beside the first
 */
public record JoinedRuns(
    List<SavedResults> runs, Leaderboard leaderboard, List<Row> rows, List<Change> changes) {
  /** Copies the lists. */
  public JoinedRuns {
    runs = List.copyOf(runs);
    rows = List.copyOf(rows);
    changes = List.copyOf(changes);
  }

  /**
   * A row of the joined leaderboard.
   *
   * @param name what the leaderboard calls it: the label, with the numbers of its runs where the
   *     label has several rows
   * @param label the model's label in its runs
   * @param runs numbers of the runs, from 1
   * @param seeds their seeds
   * @param replications for each metric what the runs came to; empty where there is a single run
   */
  public record Row(
      String name,
      String label,
      List<Integer> runs,
      List<Long> seeds,
      Map<String, Replications> replications) {}

  /**
   * A model that was trained anew.
   *
   * @param metric the metric
   * @param before name of the first row of the label
   * @param after name of a later row
   * @param difference after minus before, p values corrected for all changes under the metric
   * @param verdict what the randomisation test says, corrected by Holm
   */
  public record Change(
      Leaderboard.Column metric,
      String before,
      String after,
      PairedComparison difference,
      Verdict verdict) {}

  /**
   * What became significantly worse.
   *
   * @return some of the changes
   */
  public List<Change> regressions() {
    return changes.stream().filter(it -> it.verdict() == Verdict.WORSE).toList();
  }

  /**
   * Joins runs.
   *
   * @param runs at least one; models are compared by their numbers for each user
   * @param baseline name of the row that others are compared with, empty for the best of each
   *     metric
   * @param how how resamples are drawn
   * @return the joined runs
   * @throws UnusableRunException if two runs have different protocols, naming the first difference,
   *     or if no row has the name of the baseline
   * @throws InvalidDataException if files of the runs are damaged
   */
  public static JoinedRuns of(List<SavedResults> runs, Optional<String> baseline, Resampling how) {
    SavedResults first = runs.get(0);
    for (SavedResults run : runs) {
      if (!run.leaderboard().protocol().equals(first.leaderboard().protocol())) {
        throw refusal(first, run, ProtocolDifference.between(first.manifest(), run.manifest()));
      }
    }
    return join(runs, first.leaderboard().protocol(), baseline, how);
  }

  /**
   * Joins runs of one experiment, whose protocols may differ in what seeds drew for the split, and
   * in the fold: cross-validation, say. Users are those of all runs.
   *
   * @param runs at least one
   * @param baseline name of the row that others are compared with, empty for the best of each
   *     metric
   * @param how how resamples are drawn
   * @return the joined runs; where protocols differ, that of the leaderboard is a hash of theirs
   * @throws UnusableRunException if two runs differ in anything else, naming the first difference,
   *     or if no row has the name of the baseline
   * @throws InvalidDataException if files of the runs are damaged
   */
  public static JoinedRuns repeated(
      List<SavedResults> runs, Optional<String> baseline, Resampling how) {
    SavedResults first = runs.get(0);
    for (SavedResults run : runs) {
      ProtocolDifference.beyondRepetition(first.manifest(), run.manifest())
          .ifPresent(
              it -> {
                throw refusal(first, run, it);
              });
    }
    List<String> ids = runs.stream().map(it -> it.leaderboard().protocol()).distinct().toList();
    return join(runs, ids.size() == 1 ? ids.get(0) : ProtocolId.of(ids), baseline, how);
  }

  private static UnusableRunException refusal(
      SavedResults first, SavedResults run, String difference) {
    return new UnusableRunException(
        run.folder()
            + " cannot be compared with "
            + first.folder()
            + ": they differ in "
            + difference);
  }

  private static JoinedRuns join(
      List<SavedResults> runs, String protocol, Optional<String> baseline, Resampling how) {
    List<RunSet> sets = RunSet.of(runs);
    Map<String, UserComparison.Numbers> numbers = new LinkedHashMap<>();
    sets.stream().filter(it -> !it.failed()).forEach(it -> numbers.put(it.name(), it));
    if (baseline.isPresent() && !numbers.containsKey(baseline.get())) {
      throw new UnusableRunException(
          "no model \"" + baseline.get() + "\"; there are: " + String.join(", ", numbers.keySet()));
    }
    List<Leaderboard.Column> metrics = runs.get(0).leaderboard().metrics();
    Leaderboard board =
        new Leaderboard(protocol, metrics, sets.stream().map(RunSet::result).toList());
    return new JoinedRuns(
        runs,
        new UserComparison(metrics, baseline, how).of(numbers).map(board::with).orElse(board),
        sets.stream().map(set -> set.row(metrics, how.level())).toList(),
        changes(metrics, sets, how));
  }

  private static List<Change> changes(
      List<Leaderboard.Column> metrics, List<RunSet> sets, Resampling how) {
    Map<String, RunSet> firsts = new TreeMap<>();
    List<RunSet> later = new ArrayList<>();
    for (RunSet set : sets) {
      if (!set.failed() && firsts.putIfAbsent(set.label(), set) != null) {
        later.add(set);
      }
    }
    List<Change> changes = new ArrayList<>();
    for (Leaderboard.Column metric : metrics) {
      List<PairedComparison> family = new ArrayList<>();
      List<RunSet> compared = new ArrayList<>();
      for (RunSet set : later) {
        Optional<double[]> after = set.numbers(metric.key());
        Optional<double[]> before =
            Optional.ofNullable(firsts.get(set.label())).flatMap(it -> it.numbers(metric.key()));
        if (after.isPresent() && before.isPresent()) {
          family.add(PairedComparison.of(after.get(), before.get(), how));
          compared.add(set);
        }
      }
      List<PairedComparison> corrected = Family.corrected(family);
      IntStream.range(0, compared.size())
          .forEach(i -> changes.add(change(metric, firsts, compared.get(i), corrected.get(i))));
    }
    return changes;
  }

  private static Change change(
      Leaderboard.Column metric, Map<String, RunSet> firsts, RunSet set, PairedComparison result) {
    String before =
        Optional.ofNullable(firsts.get(set.label())).map(RunSet::name).orElse(set.label());
    return new Change(
        metric,
        before,
        set.name(),
        result,
        MetricComparison.verdict(result, metric.higherIsBetter(), UserComparison.SIGNIFICANCE));
  }
}
