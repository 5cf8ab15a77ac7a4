package org.recsys4j.eval.experiment;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.eval.statistics.Comparison;

/**
 * The numbers of a run directory, opened again: leaderboard, comparison, and what each user's
 * numbers were. No plug-in is needed for it, and neither split nor models are read; {@link
 * SavedRun} opens those.
 */
public final class SavedResults {
  private final Path folder;
  private final JsonNode manifest;
  private final Leaderboard leaderboard;

  private SavedResults(Path folder, JsonNode manifest, Leaderboard leaderboard) {
    this.folder = folder;
    this.manifest = manifest;
    this.leaderboard = leaderboard;
  }

  /**
   * Opens a run directory.
   *
   * @param folder what {@link ExperimentRunner} left
   * @return its numbers
   * @throws UnusableRunException if it is no run directory, if no model of it is measured, or if it
   *     was left by a version that did not yet save what is needed
   * @throws InvalidDataException if {@code comparison.json} is damaged
   */
  public static SavedResults open(Path folder) {
    JsonNode manifest = SavedManifest.read(folder);
    Path file = folder.resolve("leaderboard.json");
    JsonNode board;
    try {
      board = new ObjectMapper().readTree(Files.readAllBytes(file));
    } catch (JacksonException e) {
      throw new UnusableRunException(file + " is damaged: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UnusableRunException("cannot read " + file + ": " + IoReason.of(e));
    }
    List<Leaderboard.Column> columns = new ArrayList<>();
    for (JsonNode node : board.path("metrics")) {
      columns.add(
          new Leaderboard.Column(
              node.path("key").asText(),
              node.path("label").asText(),
              node.path("higher-is-better").asBoolean()));
    }
    if (columns.isEmpty()) {
      throw new UnusableRunException(
          file + " does not name its metrics: it was left by an older version, run it anew");
    }
    List<ModelResult> models = new ArrayList<>();
    board.path("models").forEach(node -> models.add(result(node, manifest)));
    if (models.isEmpty()) {
      throw new UnusableRunException(folder + " has no model that is finished");
    }
    return new SavedResults(
        folder,
        manifest,
        new Leaderboard(
            manifest.path("protocol").asText(), columns, models, ComparisonFile.read(folder)));
  }

  private static ModelResult result(JsonNode node, JsonNode manifest) {
    String label = node.path("label").asText();
    Map<String, Double> metrics = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> metric : node.path("metrics").properties()) {
      metrics.put(metric.getKey(), metric.getValue().asDouble(Double.NaN));
    }
    int epochs = 0;
    for (JsonNode model : manifest.path("models")) {
      epochs = model.path("label").asText().equals(label) ? model.path("epochs").asInt() : epochs;
    }
    return new ModelResult(
        label,
        node.path("model").asText(),
        ModelFolder.of(label),
        metrics,
        epochs,
        node.path("fit-seconds").asDouble(),
        node.path("evaluate-seconds").asDouble(),
        node.path("parameters").asLong(),
        node.path("peak-memory-bytes").asLong(),
        Optional.ofNullable(node.get("failure")).map(JsonNode::asText));
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
   * The models and their numbers, with the comparison where the run is finished.
   *
   * @return the leaderboard
   */
  public Leaderboard leaderboard() {
    return leaderboard;
  }

  /**
   * What users say of the models.
   *
   * @return the comparison, empty if the run did not come so far
   */
  public Optional<Comparison> comparison() {
    return leaderboard.comparison();
  }

  /**
   * What the experiment is called.
   *
   * @return its name
   */
  public String name() {
    return manifest.path("name").asText();
  }

  /**
   * Where the randomness of the run began.
   *
   * @return the experiment's seed
   */
  public long seed() {
    return seed(manifest);
  }

  static long seed(JsonNode manifest) {
    return manifest.at("/seeds/root").asLong();
  }

  /**
   * The evaluated users.
   *
   * @param model label of a model that did not fail
   * @return external ids, in the order of {@link #perUser}
   * @throws InvalidDataException if the file is damaged
   */
  public List<String> users(String model) {
    return PerUserNumbers.read(perUserFile(model), List.of()).users();
  }

  /**
   * The numbers of every user. Reads the model's file anew: 8 bytes a user.
   *
   * @param model label of a model that did not fail
   * @param key a metric
   * @return one number a user; empty if users have no number of the metric
   * @throws InvalidDataException if the file is damaged
   */
  public Optional<double[]> perUser(String model, String key) {
    return PerUserNumbers.read(perUserFile(model), List.of(key)).columns().stream().findFirst();
  }

  /**
   * Which fold of several the run tested.
   *
   * @return its number, from 1; empty where the split knows no folds
   */
  public Optional<Integer> fold() {
    return fold(manifest);
  }

  static Optional<Integer> fold(JsonNode manifest) {
    JsonNode fold = manifest.at("/configuration/experiment/split/fold");
    return fold.isInt() ? Optional.of(fold.asInt()) : Optional.empty();
  }

  /** Whether this is a run of the same protocol with the same seed. */
  boolean sameSeedAs(SavedResults other) {
    return seed() == other.seed() && leaderboard.protocol().equals(other.leaderboard.protocol());
  }

  Path perUserFile(String model) {
    return folder.resolve("models").resolve(ModelFolder.of(model)).resolve(PerUserTable.FILE);
  }

  JsonNode manifest() {
    return manifest;
  }

  /** What the experiment says of a model but for its label: plug-in and options. */
  String definition(String label) {
    for (JsonNode node : manifest.at("/configuration/experiment/models")) {
      if (node.path("label").asText().equals(label)) {
        return node.path("name") + " " + node.path("options");
      }
    }
    return "";
  }
}
