package org.recsys4j.bench.report;

import java.util.List;
import java.util.Optional;
import org.recsys4j.eval.experiment.ModelResult;
import org.recsys4j.eval.group.GroupedResults;

/**
 * What a run left of one model.
 *
 * @param result its numbers
 * @param place its place in the leaderboard, from 0, which gives it its colour in all charts
 * @param epochs how training went
 * @param lists its lists, if it was evaluated
 * @param groups its metrics by groups, one a kind of groups, if the experiment asked for any
 */
record ModelView(
    ModelResult result,
    int place,
    List<Epoch> epochs,
    Optional<ShownLists> lists,
    List<GroupedResults> groups) {
  private static final double BYTES_OF_MEBIBYTE = 1 << 20;

  ModelView {
    epochs = List.copyOf(epochs);
    groups = List.copyOf(groups);
  }

  /**
   * An epoch of training.
   *
   * @param number from 1
   * @param loss mean loss of the epoch
   * @param validation the validation metric, NaN where it was not measured
   * @param seconds how long it took
   */
  record Epoch(int number, double loss, double validation, double seconds) {}

  String label() {
    return result.label();
  }

  /** The number of a metric, NaN where there is none. */
  double metric(String key) {
    return result.metrics().getOrDefault(key, Double.NaN);
  }

  double peakMebibytes() {
    return result.peakMemoryBytes() / BYTES_OF_MEBIBYTE;
  }
}
