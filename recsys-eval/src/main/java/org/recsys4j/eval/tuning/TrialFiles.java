package org.recsys4j.eval.tuning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.recsys4j.eval.experiment.TrialBench;
import org.recsys4j.eval.experiment.UnusableRunException;

/**
 * What trials leave: {@code trials/<label>/0001.json}, one file a trial, with its metric by epoch,
 * and {@code trials.csv}, one row a trial. Both are written anew whenever a trial ends a piece of
 * work. A trial that is made again leaves {@code 0001-again.json} and a second row; the first ones
 * stay, since the search decided by them. For many threads.
 */
final class TrialFiles {
  /** The table of all trials. */
  static final String TABLE = "trials.csv";

  private static final String FOLDER = "trials/";

  private final TrialBench bench;
  private final List<String> labels;
  private final String metric;
  private final Map<String, Trial> trials = new ConcurrentHashMap<>();
  private final Set<Trial> found = ConcurrentHashMap.newKeySet();

  /**
   * Files of trials.
   *
   * @param bench whose folder holds them
   * @param labels of the models, in the order of the table
   * @param metric label of the metric
   */
  TrialFiles(TrialBench bench, List<String> labels, String metric) {
    this.bench = bench;
    this.labels = List.copyOf(labels);
    this.metric = metric;
  }

  private static String folder(String label) {
    return FOLDER + TrialBench.folder(label) + "/";
  }

  private static String name(String label, int trial, boolean again) {
    return folder(label) + String.format(Locale.ROOT, "%04d%s", trial, again ? "-again" : "");
  }

  /** Where a trial keeps its checkpoints, below the folder. */
  String checkpoints(String label, int trial, boolean again) {
    return name(label, trial, again) + "/checkpoints";
  }

  /** A trial as it was left last, by this process or one before. */
  Optional<Trial> find(String label, int trial, boolean again) {
    String name = name(label, trial, again);
    Trial known = trials.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    Path file = bench.path().resolve(name + ".json");
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      Trial read = read(new ObjectMapper().readTree(file.toFile()), label, trial, again);
      trials.put(name, read);
      found.add(read);
      return Optional.of(read);
    } catch (IOException | IllegalArgumentException e) {
      bench.warn(file + " is damaged; the trial is made again");
      return Optional.empty();
    }
  }

  /** Whether it was an earlier process that made a trial. */
  boolean isFound(Trial trial) {
    return found.contains(trial);
  }

  /** Refuses to go on with trials that this version would not make. */
  void requireSame(Trial trial, String options) {
    if (!trial.options().equals(options)) {
      throw new UnusableRunException(
          String.format(
              Locale.ROOT,
              "%s was begun by a version that proposes other trials: trial %d of \"%s\" has %s, now"
                  + " %s",
              bench.path(),
              trial.number(),
              trial.label(),
              trial.options(),
              options));
    }
  }

  /** Writes a trial, and the table; the checkpoints of one that is over go. */
  synchronized void save(Trial trial) {
    String name = name(trial.label(), trial.number(), trial.again());
    bench.write(name + ".json", tree(trial));
    trials.put(name, trial);
    bench.write(TABLE, table());
    if (trial.status() != Trial.Status.PAUSED) {
      bench.remove(name);
    }
  }

  private Map<String, @Nullable Object> tree(Trial trial) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("label", trial.label());
    tree.put("trial", trial.number());
    tree.put("status", trial.status().word());
    tree.put("metric", metric);
    tree.put("value", number(trial.metric()));
    tree.put("epochs", trial.epochs());
    tree.put("seconds", trial.seconds());
    tree.put("searched", trial.searched());
    tree.put("options", trial.options());
    List<Map<String, Object>> curve = new ArrayList<>();
    trial.curve().forEach((epoch, it) -> curve.add(measurement(epoch, it)));
    tree.put("by-epoch", curve);
    tree.put("failure", trial.failure().map(Trial.Failure::message).orElse(null));
    tree.put("may-pass", trial.mayPass());
    return tree;
  }

  private static Map<String, Object> measurement(int epoch, Trial.Measurement measurement) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("epoch", epoch);
    tree.put("value", measurement.value());
    tree.put("seconds", measurement.seconds());
    return tree;
  }

  private static @Nullable Object number(OptionalDouble value) {
    return value.isPresent() ? (Object) value.getAsDouble() : null;
  }

  private static Trial read(JsonNode node, String label, int number, boolean again) {
    List<String> searched = new ArrayList<>();
    node.path("searched").forEach(it -> searched.add(it.asText()));
    SortedMap<Integer, Trial.Measurement> curve = new TreeMap<>();
    for (JsonNode it : node.path("by-epoch")) {
      curve.put(
          it.path("epoch").asInt(),
          new Trial.Measurement(it.path("value").asDouble(), it.path("seconds").asDouble()));
    }
    JsonNode value = node.path("value");
    JsonNode failure = node.path("failure");
    return new Trial(
        label,
        number,
        searched,
        node.path("options").asText(),
        Trial.Status.valueOf(node.path("status").asText().toUpperCase(Locale.ROOT)),
        value.isNumber() ? OptionalDouble.of(value.asDouble()) : OptionalDouble.empty(),
        curve,
        node.path("epochs").asInt(),
        node.path("seconds").asDouble(),
        failure.isTextual()
            ? Optional.of(
                new Trial.Failure(failure.asText(), node.path("may-pass").asBoolean(false)))
            : Optional.empty(),
        again);
  }

  private String table() {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(
          "model",
          "trial",
          "status",
          metric,
          "epochs",
          "seconds",
          "searched",
          "options",
          "failure");
      trials.values().stream()
          .sorted(
              Comparator.comparingInt((Trial it) -> labels.indexOf(it.label()))
                  .thenComparingInt(Trial::number)
                  .thenComparing(Trial::again))
          .forEach(it -> csv.writeRecord(row(it)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static List<String> row(Trial trial) {
    return List.of(
        trial.label(),
        String.valueOf(trial.number()),
        trial.status().word(),
        trial.metric().isPresent() ? String.valueOf(trial.metric().getAsDouble()) : "",
        String.valueOf(trial.epochs()),
        String.valueOf(trial.seconds()),
        String.join(" ", trial.searched()),
        trial.options(),
        trial.failure().map(Trial.Failure::message).orElse(""));
  }
}
