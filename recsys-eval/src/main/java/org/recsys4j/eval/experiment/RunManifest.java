package org.recsys4j.eval.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * {@code manifest.json}: everything that is needed to judge the numbers of a run, and to repeat it.
 * Written when the run begins and again after every model, so that it is there whatever happens.
 */
final class RunManifest {
  /** The file's name. */
  static final String FILE = "manifest.json";

  /** The version of its layout. */
  static final int FORMAT = 1;

  private static final List<String> TAKEN_OVER =
      List.of(
          "started",
          "seconds",
          "protocol",
          "warnings",
          "data-checksum",
          "split-checksums",
          "setting",
          "memory-measure");

  private final Map<String, @Nullable Object> tree = new LinkedHashMap<>();
  private final Map<String, @Nullable Object> models = new LinkedHashMap<>();
  private final Clock clock;
  private final Supplier<Map<String, String>> software;
  private final Instant begun;
  private double secondsBefore;

  /** How a run stands. */
  enum Status {
    RUNNING,
    DONE,
    FAILED,
    INTERRUPTED
  }

  RunManifest(ExperimentConfig config, RunContext context) {
    clock = context.clock();
    software = context.software();
    begun = clock.instant();
    tree.put("format", FORMAT);
    tree.put("status", Options.word(Status.RUNNING));
    tree.put("name", config.name());
    tree.put("protocol", "");
    tree.put("started", begun.toString());
    tree.put("seconds", 0);
    tree.put("configuration", ConfigTree.of(config));
    tree.put("seeds", seeds(config));
    tree.put("versions", Map.of());
    tree.put("machine", Machine.hardware(context.workers().threads()));
    tree.put("warnings", List.of());
  }

  /** Takes over what the processes before this one left. */
  void goOn(UnfinishedRun run) {
    JsonNode before = run.manifest();
    for (String key : TAKEN_OVER) {
      if (before.has(key)) {
        tree.put(key, before.get(key));
      }
    }
    List<Object> resumed = new ArrayList<>();
    before.path("resumed").forEach(resumed::add);
    resumed.add(begun.toString());
    tree.put("resumed", resumed);
    secondsBefore = before.path("seconds").asDouble();
    before.path("models").forEach(node -> models.put(node.path("label").asText(), node));
  }

  /** All seeds of an experiment. */
  static Map<String, @Nullable Object> seeds(ExperimentConfig config) {
    Map<String, @Nullable Object> models = new LinkedHashMap<>();
    config.models().forEach(it -> models.put(it.label(), config.modelSeeds(it.label()).seed()));
    Map<String, @Nullable Object> seeds = new LinkedHashMap<>();
    seeds.put("root", config.seed());
    seeds.put("split", config.splitSeeds().seed());
    seeds.put("candidates", config.candidateSeeds().seed());
    seeds.put("ties", config.tieSeed());
    seeds.put("models", models);
    return seeds;
  }

  synchronized void begin(
      String protocol,
      Basis basis,
      RunSummary.Setting setting,
      Map<String, @Nullable Object> features) {
    tree.put("protocol", protocol);
    tree.put("data-checksum", basis.dataChecksum());
    tree.put("split-checksums", basis.files());
    tree.put("setting", Options.tree(setting));
    tree.put("features", features);
  }

  synchronized void warnings(List<String> warnings) {
    tree.put("warnings", List.copyOf(warnings));
  }

  synchronized void model(ModelResult result, String memoryMeasure) {
    Map<String, @Nullable Object> node = new LinkedHashMap<>();
    node.put("label", result.label());
    node.put("model", result.model());
    node.put("folder", result.folder());
    node.put("status", Options.word(result.failed() ? Status.FAILED : Status.DONE));
    node.put("failure", result.failure().orElse(null));
    node.put("epochs", result.epochs());
    node.put("fit-seconds", result.fitSeconds());
    node.put("evaluate-seconds", result.evaluateSeconds());
    node.put("parameters", result.parameters());
    node.put("peak-memory-bytes", result.peakMemoryBytes());
    models.put(result.label(), node);
    tree.put("memory-measure", memoryMeasure);
  }

  private double seconds() {
    return Duration.between(begun, clock.instant()).toMillis() / 1000.0;
  }

  synchronized RunDirectory.Content content(Status status) {
    tree.put("status", Options.word(status));
    tree.put("seconds", secondsBefore + seconds());
    tree.put("models", List.copyOf(models.values()));
    Map<String, Object> versions = Machine.versions();
    versions.putAll(software.get());
    tree.put("versions", versions);
    return Json.content(tree);
  }
}
