package org.recsys4j.eval.experiment;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The models of one run, best first by the first metric; those of equal value in the order of the
 * file, those that failed last.
 *
 * @param protocol id of the protocol under which all of them were measured
 * @param metrics what was measured, in the order of the file
 * @param models the results
 */
public record Leaderboard(String protocol, List<Column> metrics, List<ModelResult> models) {
  private static final int PRINTED_DIGITS = 4;

  /** Sorts the models. */
  public Leaderboard {
    metrics = List.copyOf(metrics);
    models = models.stream().sorted(order(metrics.get(0))).toList();
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

  /** Writes {@code leaderboard.json}. */
  void writeJson(OutputStream out) throws IOException {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("protocol", protocol);
    tree.put("models", models.stream().map(Leaderboard::tree).toList());
    Json.content(tree).write(out);
  }

  private static Map<String, @Nullable Object> tree(ModelResult result) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("label", result.label());
    tree.put("model", result.model());
    tree.put("metrics", Json.numbers(result.metrics()));
    tree.put("fit-seconds", result.fitSeconds());
    tree.put("evaluate-seconds", result.evaluateSeconds());
    tree.put("parameters", result.parameters());
    tree.put("peak-memory-bytes", result.peakMemoryBytes());
    result.failure().ifPresent(message -> tree.put("failure", message));
    return tree;
  }

  /** Writes {@code leaderboard.csv}: one row a model, full precision. */
  void writeCsv(OutputStream out) throws IOException {
    CsvWriter csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    List<String> header = new ArrayList<>(List.of("label", "model"));
    metrics.forEach(metric -> header.add(metric.key()));
    header.addAll(
        List.of("fit-seconds", "evaluate-seconds", "parameters", "peak-memory-bytes", "failure"));
    csv.writeRecord(header);
    for (ModelResult it : models) {
      List<String> row = new ArrayList<>(List.of(it.label(), it.model()));
      for (Column metric : metrics) {
        Double value = it.metrics().get(metric.key());
        row.add(value == null || value.isNaN() ? "" : value.toString());
      }
      row.add(Double.toString(it.fitSeconds()));
      row.add(Double.toString(it.evaluateSeconds()));
      row.add(Long.toString(it.parameters()));
      row.add(Long.toString(it.peakMemoryBytes()));
      row.add(it.failure().orElse(""));
      csv.writeRecord(row);
    }
    csv.flush();
  }

  /** Writes {@code leaderboard.md}: for people, rounded. */
  void writeMarkdown(OutputStream out) throws IOException {
    StringBuilder text = new StringBuilder("| model |");
    metrics.forEach(metric -> text.append(' ').append(metric.label()).append(" |"));
    text.append(" fit s |\n|---|").append("--:|".repeat(metrics.size() + 1)).append('\n');
    for (ModelResult it : models) {
      text.append("| ").append(escape(it.label())).append(" | ");
      if (it.failed()) {
        text.append("failed: ").append(escape(it.failure().orElse("")));
        text.append(" |".repeat(metrics.size() + 1)).append('\n');
        continue;
      }
      text.append(
          metrics.stream()
              .map(metric -> print(it.metrics().getOrDefault(metric.key(), Double.NaN)))
              .collect(Collectors.joining(" | ")));
      text.append(String.format(Locale.ROOT, " | %.1f |\n", it.fitSeconds()));
    }
    text.append("\nProtocol ").append(protocol);
    text.append("; rounded, in full precision in `leaderboard.csv`.\n");
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String escape(String text) {
    return text.replace("|", "\\|").replaceAll("\\R", " ");
  }
}
