package org.recsys4j.eval.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.recsys4j.api.config.ConfigFiles;
import org.recsys4j.api.config.InvalidConfigException;
import org.recsys4j.api.plugin.Plugins;

/**
 * A run directory whose run did not come to its end, with what its manifest says of it. {@link
 * ExperimentRunner} goes on with it.
 */
public final class UnfinishedRun {
  private final Path folder;
  private final JsonNode manifest;
  private final ExperimentConfig config;
  private final Instant started;

  private UnfinishedRun(Path folder, JsonNode manifest, ExperimentConfig config, Instant started) {
    this.folder = folder;
    this.manifest = manifest;
    this.config = config;
    this.started = started;
  }

  /**
   * Opens a run directory.
   *
   * @param folder what an {@link ExperimentRunner} left
   * @param plugins what the run's configuration names
   * @return the run; empty if all its models are finished, so that nothing is left to do
   * @throws UnusableRunException if it is no run directory, or cannot be gone on with
   * @throws InvalidConfigException if a plug-in of the run is missing or takes other options now
   */
  public static Optional<UnfinishedRun> open(Path folder, Plugins plugins) {
    JsonNode manifest = SavedManifest.read(folder);
    if (manifest.path("status").asText().equals(Options.word(RunManifest.Status.DONE))) {
      return Optional.empty();
    }
    Path file = folder.resolve(RunManifest.FILE);
    JsonNode configuration = manifest.path("configuration");
    boolean readsData = protocol(manifest).isEmpty();
    refuseHiddenOptions(configuration.path("experiment"), readsData, file);
    ExperimentConfig config =
        ExperimentReader.saved(
            ConfigFiles.parse(configuration.toString(), file.toString()), readsData, plugins);
    if (!Json.line(RunManifest.seeds(config)).equals(manifest.path("seeds").toString())) {
      throw new UnusableRunException(
          file + " was written by a version that draws other random numbers");
    }
    try {
      Instant started = Instant.parse(manifest.path("started").asText());
      return Optional.of(new UnfinishedRun(folder, manifest, config, started));
    } catch (DateTimeParseException e) {
      throw new UnusableRunException(file + " does not say when the run was started");
    }
  }

  private static String protocol(JsonNode manifest) {
    return manifest.path("protocol").asText();
  }

  /** The manifest hides secrets, so that what needs one cannot be done by it. */
  private static void refuseHiddenOptions(JsonNode experiment, boolean readsData, Path file) {
    List<JsonNode> needed = new ArrayList<>(List.of(experiment.path("models")));
    if (readsData) {
      needed.add(experiment.path("data"));
    }
    for (JsonNode node : needed) {
      if (node.toString().contains("\"" + Options.HIDDEN + "\"")) {
        throw new UnusableRunException(
            file + " hides a secret that the run needs; run the experiment file again");
      }
    }
  }

  /**
   * The folder.
   *
   * @return as it was given
   */
  public Path folder() {
    return folder;
  }

  /**
   * What the run does.
   *
   * @return the experiment with which it was begun
   */
  public ExperimentConfig config() {
    return config;
  }

  /** When the first process began. */
  Instant started() {
    return started;
  }

  /** Whether the split stands, so that the data need not be read again. */
  boolean hasSplit() {
    return !protocol(manifest).isEmpty();
  }

  JsonNode manifest() {
    return manifest;
  }

  String dataChecksum() {
    return manifest.path("data-checksum").asText();
  }

  List<DataStep> steps() {
    List<DataStep> steps = new ArrayList<>();
    for (JsonNode node : manifest.at("/setting/data")) {
      steps.add(
          new DataStep(
              node.path("name").asText(),
              node.path("events").asInt(),
              node.path("users").asInt(),
              node.path("items").asInt()));
    }
    return steps;
  }

  SortedMap<String, String> splitFiles() {
    SortedMap<String, String> files = new TreeMap<>();
    for (Map.Entry<String, JsonNode> file : manifest.path("split-checksums").properties()) {
      files.put(file.getKey(), file.getValue().asText());
    }
    return files;
  }

  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    manifest.path("warnings").forEach(node -> warnings.add(node.asText()));
    return warnings;
  }

  /** Refuses to go on under another protocol than that of the models which are finished. */
  void requireProtocol(String id) {
    if (hasSplit() && !protocol(manifest).equals(id)) {
      throw new UnusableRunException(
          folder
              + " was begun by a version that measures otherwise (protocol "
              + protocol(manifest)
              + ", now "
              + id
              + "); run its experiment.json anew");
    }
  }

  /** The models that need no more work, by label. A model that failed is tried again. */
  Map<String, ModelResult> finished() {
    Map<String, ModelResult> results = new LinkedHashMap<>();
    for (JsonNode node : manifest.path("models")) {
      String label = node.path("label").asText();
      boolean done = node.path("status").asText().equals(Options.word(RunManifest.Status.DONE));
      Path files = folder.resolve("models").resolve(ModelFolder.of(label));
      if (done && Files.isRegularFile(files.resolve("model.npz"))) {
        metrics(files.resolve("metrics.json"))
            .ifPresent(metrics -> results.put(label, result(label, node, metrics)));
      }
    }
    return results;
  }

  private static ModelResult result(String label, JsonNode node, Map<String, Double> metrics) {
    return new ModelResult(
        label,
        node.path("model").asText(),
        ModelFolder.of(label),
        metrics,
        node.path("epochs").asInt(),
        node.path("fit-seconds").asDouble(),
        node.path("evaluate-seconds").asDouble(),
        node.path("parameters").asLong(),
        node.path("peak-memory-bytes").asLong(),
        Optional.empty());
  }

  /** Empty where a metric is missing, and then the model is evaluated again. */
  private Optional<Map<String, Double>> metrics(Path file) {
    JsonNode saved;
    try {
      saved = new ObjectMapper().readTree(file.toFile()).path("metrics");
    } catch (IOException e) {
      return Optional.empty();
    }
    Map<String, Double> metrics = new LinkedHashMap<>();
    for (ExperimentConfig.NamedMetric metric : config.evaluate().metrics()) {
      JsonNode value = saved.get(metric.key());
      if (value == null) {
        return Optional.empty();
      }
      metrics.put(metric.key(), value.asDouble(Double.NaN));
    }
    return Optional.of(metrics);
  }
}
