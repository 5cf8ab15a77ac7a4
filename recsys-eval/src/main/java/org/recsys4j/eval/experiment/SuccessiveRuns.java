package org.recsys4j.eval.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.recsys4j.api.SplitStore;
import org.recsys4j.api.plugin.Plugins;
import org.recsys4j.eval.statistics.Resampling;

/**
 * Runs experiments one after the other, with their run directories in the folder {@code run} of a
 * folder that belongs to all of them, and joins what they came to in {@code joined}. The
 * experiments differ in nothing but seed and fold.
 *
 * <p>What is in the folder tells how far an earlier process came: a run of the same seed and fold
 * that is finished stays, one that is not is gone on with, and the others are begun.
 *
 * <p>For one thread; only {@link #interrupt} may be called from another.
 */
public final class SuccessiveRuns {
  private static final String RUNS = "run";
  private static final String JOINED = "joined";

  private final Path folder;
  private final RunContext context;
  private final Plugins plugins;
  private final SplitStore store;
  private volatile Optional<ExperimentRunner> running = Optional.empty();
  private volatile boolean interrupted;

  /**
   * Prepares to run; touches nothing.
   *
   * @param folder the folder that belongs to all runs
   * @param context the circumstances
   * @param plugins what the experiments name
   */
  public SuccessiveRuns(Path folder, RunContext context, Plugins plugins) {
    this.folder = folder;
    this.context = context.in(folder.resolve(RUNS));
    this.plugins = plugins;
    this.store = plugins.instance(SplitStore.class);
  }

  /**
   * A run that is over.
   *
   * @param folder its run directory
   * @param summary what came out of it; empty where an earlier process has told that
   */
  public record Outcome(Path folder, Optional<RunSummary> summary) {
    /**
     * Whether a model of it has no metrics.
     *
     * @return whether at least one failed
     */
    public boolean anyFailed() {
      return summary.filter(RunSummary::anyFailed).isPresent();
    }
  }

  /**
   * Runs.
   *
   * @param experiments what to run, in this order
   * @param told takes what came out of each run as soon as it is over
   * @return one outcome for each experiment
   * @throws CancellationException if the runs were interrupted
   */
  public List<Outcome> run(List<ExperimentConfig> experiments, Consumer<RunSummary> told) {
    List<Outcome> outcomes = new ArrayList<>();
    for (ExperimentConfig experiment : experiments) {
      Outcome outcome = run(experiment);
      outcome.summary().ifPresent(told);
      outcomes.add(outcome);
    }
    return outcomes;
  }

  private Outcome run(ExperimentConfig experiment) {
    Optional<Path> left =
        folders().stream().filter(it -> Repeat.of(it).equals(Repeat.of(experiment))).findFirst();
    Optional<UnfinishedRun> unfinished = left.flatMap(it -> UnfinishedRun.open(it, plugins));
    if (left.isPresent() && unfinished.isEmpty()) {
      return new Outcome(left.get(), Optional.empty());
    }
    ExperimentRunner runner =
        unfinished
            .map(it -> new ExperimentRunner(it, context, store))
            .orElseGet(() -> new ExperimentRunner(experiment, context, store));
    running = Optional.of(runner);
    if (interrupted) {
      throw new CancellationException("interrupted");
    }
    RunSummary summary = runner.run();
    return new Outcome(summary.folder(), Optional.of(summary));
  }

  /** In what the experiments differ. */
  private record Repeat(long seed, Optional<Integer> fold) {
    static Repeat of(Path run) {
      JsonNode manifest = SavedManifest.read(run);
      return new Repeat(SavedResults.seed(manifest), SavedResults.fold(manifest));
    }

    static Repeat of(ExperimentConfig config) {
      return new Repeat(config.seed(), ExperimentSeries.fold(config));
    }
  }

  /**
   * The run directories that are there, those that did not come so far as to have their name among
   * them.
   *
   * @return folders with a manifest, by name
   */
  public List<Path> folders() {
    if (!Files.isDirectory(context.out())) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(context.out())) {
      return all.filter(it -> Files.isRegularFile(it.resolve(RunManifest.FILE))).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The models of a run.
   *
   * @param run one of {@link #folders}
   * @return what its experiment says of them, as JSON
   */
  public static JsonNode models(Path run) {
    return SavedManifest.read(run).at("/configuration/experiment/models");
  }

  /**
   * Joins runs, and writes what they came to together.
   *
   * @param outcomes at least one run
   * @param experiment any of the experiments
   * @return the joined runs, and where their files are
   * @throws RunFailedException if a file cannot be written
   */
  public JoinedFiles join(List<Outcome> outcomes, ExperimentConfig experiment) {
    List<SavedResults> results =
        outcomes.stream().map(it -> SavedResults.open(it.folder())).toList();
    // A baseline that failed in some run is none of the joined leaderboard.
    Optional<String> baseline =
        experiment.evaluate().baseline().filter(it -> results.stream().allMatch(has(it)));
    JoinedRuns joined =
        JoinedRuns.repeated(
            results,
            baseline,
            new Resampling(
                experiment.evaluate().resamples(),
                experiment.statisticsSeed(),
                Resampling.USUAL_LEVEL,
                context.workers()));
    Path target = folder.resolve(JOINED);
    try {
      JoinedRunsFiles.write(joined, target);
      return new JoinedFiles(joined, target);
    } catch (IOException e) {
      throw RunFailedException.cannotWrite(target, e);
    }
  }

  /**
   * Joined runs and where they were written.
   *
   * @param runs what they came to together
   * @param folder the folder of their files
   */
  public record JoinedFiles(JoinedRuns runs, Path folder) {}

  private static Predicate<SavedResults> has(String label) {
    return run ->
        run.leaderboard().models().stream()
            .anyMatch(it -> it.label().equals(label) && !it.failed());
  }

  /** Ends the run that is under way, from another thread, and begins no other. */
  public void interrupt() {
    interrupted = true;
    running.ifPresent(ExperimentRunner::interrupt);
  }
}
