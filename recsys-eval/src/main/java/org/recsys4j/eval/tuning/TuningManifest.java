package org.recsys4j.eval.tuning;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.recsys4j.eval.experiment.TrialBench;

/** {@code tuning.json}: what was tuned, how, on what, at which cost, and what was chosen. */
final class TuningManifest {
  /** The file's name. */
  static final String FILE = "tuning.json";

  /** The version of its layout. */
  static final int FORMAT = 1;

  static final String RUNNING = "running";
  static final String DONE = "done";
  static final String FAILED = "failed";
  static final String INTERRUPTED = "interrupted";

  private final Map<String, @Nullable Object> tree = new LinkedHashMap<>();

  TuningManifest(TuningConfig config, Clock clock, Optional<UnfinishedTuning> before) {
    Instant now = clock.instant();
    tree.put("format", FORMAT);
    tree.put("status", RUNNING);
    tree.put("name", config.experiment().name());
    tree.put("started", before.map(UnfinishedTuning::started).orElse(now).toString());
    List<Object> resumed = new ArrayList<>();
    before.ifPresent(
        it -> {
          it.manifest().path("resumed").forEach(resumed::add);
          resumed.add(now.toString());
        });
    tree.put("resumed", resumed);
    tree.put("metric", config.metric().label());
    tree.put("higher-is-better", config.metric().higherIsBetter());
    tree.put("configuration", config.tree());
    tree.put("seed", config.experiment().seed());
    tree.put("seeds", config.seeds());
  }

  /** What all trials have in common. */
  synchronized void begin(TrialBench bench, String part) {
    tree.put("measured-on", part);
    tree.put("setting", bench.setting());
    tree.putAll(bench.machine());
  }

  synchronized void models(List<ModelTuning> models) {
    tree.put("models", models.stream().map(TuningManifest::tree).toList());
  }

  /** Where the runs of the chosen options are, in the order of the seeds. */
  synchronized void runs(List<String> folders) {
    tree.put("runs", folders);
  }

  /** What trials have in common, as an earlier process wrote it. */
  static JsonNode setting(UnfinishedTuning before) {
    return before.manifest().path("setting");
  }

  private static Map<String, @Nullable Object> tree(ModelTuning model) {
    Map<String, @Nullable Object> budget = new LinkedHashMap<>();
    budget.put("trials", model.budget().trials());
    budget.put("seconds", model.budget().seconds().orElse(null));
    budget.put("epochs", model.budget().epochs().orElse(null));
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("label", model.label());
    tree.put("budget", budget);
    tree.put("trials", model.trials().size());
    for (Trial.Status status :
        List.of(Trial.Status.DONE, Trial.Status.STOPPED, Trial.Status.FAILED)) {
      tree.put(status.word(), model.count(status));
    }
    tree.put("may-pass", model.mayPass());
    tree.put("epochs", model.epochs());
    tree.put("seconds", model.seconds());
    tree.put("chosen", model.chosen().map(TuningManifest::tree).orElse(null));
    return tree;
  }

  private static Map<String, @Nullable Object> tree(Trial trial) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("trial", trial.number());
    tree.put("value", trial.metric().orElseThrow());
    tree.put("searched", trial.searched());
    return tree;
  }

  /** Writes the file. */
  synchronized void write(TrialBench bench, String status) {
    tree.put("status", status);
    tree.put("warnings", bench.warnings());
    bench.write(FILE, tree);
  }
}
