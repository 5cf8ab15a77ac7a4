package org.recsys4j.eval.experiment;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.recsys4j.eval.statistics.Comparison;
import org.recsys4j.eval.statistics.MetricComparison;

/**
 * What intervals and marks of a leaderboard mean, in words.
 *
 * @param intervals what stands in brackets
 * @param marks what the asterisk says; empty where nothing was compared
 * @param power which differences so many users can show; empty where nothing was compared
 */
public record Legend(String intervals, Optional<String> marks, Optional<String> power) {
  /** The sign of a significant difference. */
  public static final String MARK = "*";

  /**
   * The legend of a leaderboard.
   *
   * @param board a leaderboard
   * @return its legend, empty where it has neither intervals nor marks
   */
  public static Optional<Legend> of(Leaderboard board) {
    return board.comparison().map(Legend::of);
  }

  private static Legend of(Comparison comparison) {
    String intervals =
        String.format(
            Locale.ROOT,
            "%.0f %% bootstrap intervals (BCa) over users, %,d draws",
            100 * comparison.level(),
            comparison.draws());
    if (!comparison.comparesModels()) {
      return new Legend(intervals, Optional.empty(), Optional.empty());
    }
    MetricComparison first = comparison.metrics().get(0);
    String marks =
        String.format(
            Locale.ROOT,
            "differs from %s: paired randomisation test over users, two-sided, Holm's correction"
                + " over %d comparison%s, p < %s",
            comparison.chosenByData() ? "the best of its column" : first.reference(),
            first.comparisons().size(),
            first.comparisons().size() == 1 ? "" : "s",
            comparison.significance());
    return new Legend(intervals, Optional.of(marks), power(first));
  }

  private static Optional<String> power(MetricComparison metric) {
    DoubleSummaryStatistics detectable =
        metric.comparisons().stream()
            .mapToDouble(it -> it.result().detectable())
            .filter(it -> it > 0 && Double.isFinite(it))
            .summaryStatistics();
    if (detectable.getCount() == 0) {
      return Optional.empty();
    }
    String least = Leaderboard.print(detectable.getMin());
    String most = Leaderboard.print(detectable.getMax());
    return Optional.of(
        String.format(
            Locale.ROOT,
            "%,d users show a true difference in %s of %s four times out of five",
            metric.comparisons().get(0).result().users(),
            metric.label(),
            least.equals(most) ? least : least + " to " + most));
  }

  /** All sentences, without full stops. */
  List<String> sentences() {
    List<String> sentences = new ArrayList<>(List.of(intervals));
    marks.ifPresent(it -> sentences.add(MARK + " " + it));
    power.ifPresent(sentences::add);
    return sentences;
  }
}
