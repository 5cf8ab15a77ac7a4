package org.recsys4j.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.recsys4j.api.Progress;
import org.recsys4j.api.SplitStore;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.plugin.Plugins;
import org.recsys4j.eval.experiment.ExperimentReader;
import org.recsys4j.eval.experiment.ExperimentRunner;
import org.recsys4j.eval.experiment.ModelResult;
import org.recsys4j.eval.experiment.RunContext;
import org.recsys4j.eval.experiment.RunSummary;

/** Runs a file of {@code experiments/} as {@code recsys run} does. */
final class Experiments {
  private Experiments() {}

  /** The metrics of each model, by its label and the metric's key. */
  static Map<String, Map<String, Double>> run(String file, Path out, String... overrides) {
    Plugins plugins = Plugins.load();
    Path path = Path.of("..", "experiments").resolve(file); // from the module
    try (Workers workers = new Workers(Runtime.getRuntime().availableProcessors())) {
      RunContext context =
          new RunContext(out, workers, Progress.SILENT, notice -> {}, Clock.systemUTC());
      RunSummary summary =
          new ExperimentRunner(
                  ExperimentReader.read(path, List.of(overrides), plugins),
                  context,
                  plugins.instance(SplitStore.class))
              .run();
      Map<String, Map<String, Double>> metrics = new LinkedHashMap<>();
      for (ModelResult model : summary.leaderboard().models()) {
        assertThat(model.failure()).as(model.label()).isEmpty();
        metrics.put(model.label(), model.metrics());
      }
      return metrics;
    }
  }
}
