package org.recsys4j.eval.tuning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.recsys4j.api.SplitStore;
import org.recsys4j.api.plugin.Plugins;
import org.recsys4j.eval.experiment.ExperimentConfig;
import org.recsys4j.eval.experiment.ExperimentRunner;
import org.recsys4j.eval.experiment.RunContext;
import org.recsys4j.eval.experiment.RunSummary;
import org.recsys4j.eval.experiment.TrialBench;
import org.recsys4j.eval.experiment.UnfinishedRun;

/**
 * The run at the end of a tuning, with the options that were chosen: the only one that measures the
 * test part. It is one like any other, in the folder {@code run} of the tuning.
 */
final class ChosenRun {
  private static final String FOLDER = "run";

  private final TrialBench bench;
  private final RunContext context;
  private final Plugins plugins;
  private final SplitStore store;
  private volatile Optional<ExperimentRunner> running = Optional.empty();

  ChosenRun(TrialBench bench, RunContext context, Plugins plugins, SplitStore store) {
    this.bench = bench;
    this.context = context.in(bench.path().resolve(FOLDER));
    this.plugins = plugins;
    this.store = store;
  }

  /** Where the run is, and what came out of it, unless an earlier process has told that. */
  record Outcome(Path folder, Optional<RunSummary> summary) {}

  /** Runs, or goes on with the run that a process before this one began. */
  Outcome run(ExperimentConfig chosen) {
    Optional<Path> left = left(context.out());
    Optional<UnfinishedRun> unfinished = left.flatMap(it -> UnfinishedRun.open(it, plugins));
    if (left.isPresent() && unfinished.isEmpty()) {
      return new Outcome(left.get(), Optional.empty());
    }
    ExperimentRunner runner =
        unfinished
            .map(it -> new ExperimentRunner(it, context, store))
            .orElseGet(() -> new ExperimentRunner(chosen, context, store));
    running = Optional.of(runner);
    RunSummary summary = runner.run();
    warnOfOtherSplit(summary.folder());
    return new Outcome(summary.folder(), Optional.of(summary));
  }

  private static Optional<Path> left(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> runs = Files.list(folder)) {
      List<Path> all =
          runs.filter(it -> Files.isRegularFile(it.resolve("manifest.json"))).sorted().toList();
      return all.stream().findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private void warnOfOtherSplit(Path run) {
    try {
      if (!store.checksums(run.resolve("split")).equals(bench.setting().get("split-checksums"))) {
        bench.warn(
            "the data have changed since the trials were made: "
                + run
                + " has another split than "
                + bench.path());
      }
    } catch (IOException e) {
      return; // the run is whole without it
    }
  }

  /** Ends the run from another thread. */
  void interrupt() {
    running.ifPresent(ExperimentRunner::interrupt);
  }
}
