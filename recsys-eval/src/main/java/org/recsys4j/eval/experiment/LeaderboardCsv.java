package org.recsys4j.eval.experiment;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recsys4j.eval.statistics.Comparison;
import org.recsys4j.eval.statistics.Interval;
import org.recsys4j.eval.statistics.MetricComparison;

/**
 * {@code leaderboard.csv}: one row a model, full precision. Behind the failure stand, where models
 * were compared, three columns for each metric that users have numbers of: {@code ndcg@10 low},
 * {@code ndcg@10 high}, {@code ndcg@10 p}.
 */
final class LeaderboardCsv {
  private LeaderboardCsv() {}

  static void write(Leaderboard board, OutputStream out) throws IOException {
    CsvWriter csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    List<String> compared =
        board.comparison().map(Comparison::metrics).orElse(List.of()).stream()
            .map(MetricComparison::key)
            .toList();
    List<String> header = new ArrayList<>(List.of("label", "model"));
    board.metrics().forEach(metric -> header.add(metric.key()));
    header.addAll(
        List.of("fit-seconds", "evaluate-seconds", "parameters", "peak-memory-bytes", "failure"));
    compared.forEach(key -> header.addAll(List.of(key + " low", key + " high", key + " p")));
    csv.writeRecord(header);
    for (ModelResult it : board.models()) {
      List<String> row = new ArrayList<>(List.of(it.label(), it.model()));
      for (Leaderboard.Column metric : board.metrics()) {
        row.add(number(Optional.ofNullable(it.metrics().get(metric.key()))));
      }
      row.add(number(Optional.of(it.fitSeconds())));
      row.add(number(Optional.of(it.evaluateSeconds())));
      row.add(Long.toString(it.parameters()));
      row.add(Long.toString(it.peakMemoryBytes()));
      row.add(it.failure().orElse(""));
      for (String key : compared) {
        row.add(number(board.interval(it.label(), key).map(Interval::low)));
        row.add(number(board.interval(it.label(), key).map(Interval::high)));
        row.add(number(board.againstReference(it.label(), key).map(p -> p.randomisation().holm())));
      }
      csv.writeRecord(row);
    }
    csv.flush();
  }

  private static String number(Optional<Double> value) {
    return value.filter(it -> !it.isNaN()).map(String::valueOf).orElse("");
  }
}
