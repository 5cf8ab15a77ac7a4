package org.recsys4j.bench.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.recsys4j.eval.experiment.TrialBench;

/**
 * A tuning, read back from its folder.
 *
 * @param manifest {@code tuning.json}
 * @param models what was tried for each model, in the order of the file
 */
record TuningView(JsonNode manifest, List<Model> models) {
  private static final String FILE = "tuning.json";
  private static final String RUNS = "run";
  private static final String JSON = ".json";

  TuningView {
    models = List.copyOf(models);
  }

  /**
   * What was tried for a model.
   *
   * @param summary its part of the manifest: budget, what was spent, what was chosen
   * @param trials all trials, in their order
   */
  record Model(JsonNode summary, List<Trial> trials) {
    Model {
      trials = List.copyOf(trials);
    }

    String label() {
      return summary.path("label").asText();
    }
  }

  /**
   * A trial.
   *
   * @param number from 1; the first one has the defaults
   * @param status {@code done}, {@code stopped} or {@code failed}
   * @param value the metric, NaN where there is none
   * @param epochs how many were trained
   * @param seconds how long it took
   * @param searched the values of the options that were searched
   * @param failure why it failed, empty if it did not
   */
  record Trial(
      int number,
      String status,
      double value,
      int epochs,
      double seconds,
      String searched,
      String failure) {}

  /**
   * The tuning in whose folder a run lies; empty for any other run.
   *
   * @throws IOException if a file is there and cannot be read, or is damaged
   */
  static Optional<TuningView> of(Path run) throws IOException {
    Path runs = run.toAbsolutePath().normalize().getParent();
    if (runs == null || !runs.endsWith(RUNS)) {
      return Optional.empty();
    }
    Path folder = runs.resolveSibling("");
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    ObjectMapper mapper = new ObjectMapper();
    JsonNode manifest = mapper.readTree(file.toFile());
    List<Model> models = new ArrayList<>();
    for (JsonNode summary : manifest.path("models")) {
      String label = summary.path("label").asText();
      Path trials = folder.resolve("trials").resolve(TrialBench.folder(label));
      models.add(new Model(summary, trials(trials, mapper)));
    }
    return Optional.of(new TuningView(manifest, models));
  }

  private static List<Trial> trials(Path folder, ObjectMapper mapper) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      // A trial that was made again, 0005-again.json, stands behind the one that failed, 0005.json.
      files =
          all.filter(it -> it.toString().endsWith(JSON))
              .sorted(Comparator.comparing(it -> it.toString().replace(JSON, "")))
              .toList();
    }
    List<Trial> trials = new ArrayList<>();
    for (Path file : files) {
      trials.add(trial(mapper.readTree(file.toFile())));
    }
    return trials;
  }

  private static Trial trial(JsonNode node) {
    return new Trial(
        node.path("trial").asInt(),
        node.path("status").asText(),
        node.path("value").asDouble(Double.NaN),
        node.path("epochs").asInt(),
        node.path("seconds").asDouble(),
        words(node.path("searched")),
        node.path("failure").isTextual() ? node.path("failure").asText() : "");
  }

  /** Texts of an array, one after the other. */
  static String words(JsonNode array) {
    return String.join(
        " ", StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList());
  }

  /** The {@code tune} block, with all defaults. */
  JsonNode block() {
    return manifest.at("/configuration/experiment/tune");
  }

  boolean higherIsBetter() {
    return manifest.path("higher-is-better").asBoolean(true);
  }
}
