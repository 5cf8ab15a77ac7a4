package org.recsys4j.eval.experiment;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code leaderboard.json}: everything, in full precision. */
final class LeaderboardJson {
  private LeaderboardJson() {}

  static void write(Leaderboard board, OutputStream out) throws IOException {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("protocol", board.protocol());
    tree.put("metrics", board.metrics().stream().map(Options::tree).toList());
    tree.put("models", board.models().stream().map(it -> tree(board, it)).toList());
    Json.content(tree).write(out);
  }

  private static Map<String, @Nullable Object> tree(Leaderboard board, ModelResult result) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("label", result.label());
    tree.put("model", result.model());
    tree.put("metrics", Json.numbers(result.metrics()));
    tree.put("fit-seconds", Json.number(result.fitSeconds()));
    tree.put("evaluate-seconds", Json.number(result.evaluateSeconds()));
    tree.put("parameters", result.parameters());
    tree.put("peak-memory-bytes", result.peakMemoryBytes());
    Map<String, @Nullable Object> statistics = new LinkedHashMap<>();
    for (Leaderboard.Column metric : board.metrics()) {
      Map<String, @Nullable Object> found = statistics(board, result.label(), metric.key());
      if (!found.isEmpty()) {
        statistics.put(metric.key(), found);
      }
    }
    if (!statistics.isEmpty()) {
      tree.put("statistics", statistics);
    }
    result.failure().ifPresent(message -> tree.put("failure", message));
    return tree;
  }

  private static Map<String, @Nullable Object> statistics(
      Leaderboard board, String label, String key) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    board
        .interval(label, key)
        .ifPresent(
            it -> {
              tree.put("low", it.low());
              tree.put("high", it.high());
            });
    board
        .againstReference(label, key)
        .ifPresent(
            it -> {
              tree.put("difference", Json.number(it.difference()));
              tree.put("p", Json.number(it.randomisation().holm()));
              tree.put("significant", board.marked(label, key));
            });
    return tree;
  }
}
