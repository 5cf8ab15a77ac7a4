package org.recsys4j.bench.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.recsys4j.api.SplitStore;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.plugin.Plugins;
import org.recsys4j.eval.experiment.ExperimentConfig;
import org.recsys4j.eval.experiment.ExperimentRunner;
import org.recsys4j.eval.experiment.ExperimentSeries;
import org.recsys4j.eval.experiment.JoinedRuns;
import org.recsys4j.eval.experiment.RunContext;
import org.recsys4j.eval.experiment.RunSummary;
import org.recsys4j.eval.experiment.SavedResults;
import org.recsys4j.eval.experiment.UnfinishedRun;
import org.recsys4j.eval.statistics.Resampling;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code recsys run}: runs an experiment file, prints the leaderboard, leaves a run directory; does
 * so for each of several seeds and folds, and tells what they came to together; or goes on with a
 * run directory whose process was killed or interrupted.
 */
@Command(
    name = "run",
    description = "Run an experiment file: print a leaderboard, leave a run directory.",
    customSynopsis = {
      "recsys run FILE [--seeds N,N,...] [--set KEY=VALUE]... [--out DIR] [OPTION]...",
      "       recsys run --resume DIR [OPTION]..."
    })
final class RunCommand implements Callable<Integer> {
  private static final String JOINED = "-joined";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private CommonOptions common = new CommonOptions();

  @Mixin private ComputeOptions compute = new ComputeOptions();

  @Parameters(index = "0", arity = "0..1", paramLabel = "FILE", description = "An experiment file.")
  private @Nullable Path file;

  @Option(
      names = "--resume",
      paramLabel = "DIR",
      description = {
        "Go on with the run in DIR, which was killed or interrupted, by its own configuration.",
        "Finished models stay, and the result is that of a run without interruption."
      })
  private @Nullable Path resume;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "runs",
      description = "Where the run's own folder is made (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("");

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Override a key of the file; may be given more than once.")
  private List<String> overrides = new ArrayList<>();

  @Option(
      names = "--seeds",
      paramLabel = "N",
      split = ",",
      description = {
        "Run once with each of these seeds, and tell mean and deviation:",
        "  as experiment.seeds = [N, N, ...] in the file."
      })
  private List<Long> seeds = new ArrayList<>();

  @Option(names = "--no-report", description = "Leave no report.html.")
  private boolean noReport;

  @Override
  public Integer call() {
    int count = compute.threads(spec);
    if (resume == null && file == null) {
      throw wrong("an experiment file is missing, or --resume with a run directory");
    }
    if (resume != null) {
      refuseBesideResume();
      return resume(resume, count);
    }
    Plugins plugins = common.load();
    List<String> changes = new ArrayList<>(overrides);
    if (!seeds.isEmpty()) {
      changes.add("experiment.seeds=" + seeds);
    }
    ExperimentSeries series = ExperimentSeries.read(Objects.requireNonNull(file), changes, plugins);
    return series.runs().size() == 1
        ? status(run(count, plugins, series.runs().get(0)))
        : runAll(series, count, plugins);
  }

  private Optional<RunSummary> run(int count, Plugins plugins, ExperimentConfig config) {
    SplitStore store = plugins.instance(SplitStore.class);
    return run(count, plugins, context -> new ExperimentRunner(config, context, store));
  }

  /** One run after the other; what they came to together stands beside the first one's folder. */
  private int runAll(ExperimentSeries series, int count, Plugins plugins) {
    List<SavedResults> results = new ArrayList<>();
    boolean failed = false;
    for (ExperimentConfig config : series.runs()) {
      Optional<RunSummary> summary = run(count, plugins, config);
      if (summary.isEmpty()) {
        PrintWriter err = spec.commandLine().getErr();
        int left = series.runs().size() - results.size() - 1;
        err.println(left + " of " + series.runs().size() + " runs were not begun");
        err.flush();
        return ExitStatus.INTERRUPTED;
      }
      failed |= summary.get().anyFailed();
      results.add(SavedResults.open(summary.get().folder()));
    }
    ExperimentConfig first = series.runs().get(0);
    JoinedRuns joined;
    try (Workers workers = new Workers(count)) {
      joined =
          JoinedRuns.repeated(
              results,
              first.evaluate().baseline(),
              new Resampling(
                  first.evaluate().resamples(),
                  first.statisticsSeed(),
                  Resampling.USUAL_LEVEL,
                  workers));
    }
    Path beside = results.get(0).folder();
    Path folder = beside.resolveSibling(beside.getFileName() + JOINED);
    PrintWriter stdout = spec.commandLine().getOut();
    JoinedRunsText.print(joined, Optional.of(folder), stdout);
    if (!noReport) {
      RunPage.write(joined, folder, stdout, spec.commandLine().getErr());
    }
    return failed ? ExitStatus.FAILED : ExitStatus.DONE;
  }

  private static int status(Optional<RunSummary> summary) {
    return summary
        .map(it -> it.anyFailed() ? ExitStatus.FAILED : ExitStatus.DONE)
        .orElse(ExitStatus.INTERRUPTED);
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** A run is gone on with as it was begun. */
  private void refuseBesideResume() {
    CommandLine.ParseResult parsed = spec.commandLine().getParseResult();
    String other =
        file != null
            ? "FILE"
            : !overrides.isEmpty() ? "--set" : !seeds.isEmpty() ? "--seeds" : "--out";
    if (file != null
        || !overrides.isEmpty()
        || !seeds.isEmpty()
        || parsed.hasMatchedOption(other)) {
      throw wrong("--resume takes everything from the run directory: leave " + other + " out");
    }
  }

  private int resume(Path folder, int count) {
    Plugins plugins = common.load();
    Optional<UnfinishedRun> unfinished = UnfinishedRun.open(folder, plugins);
    if (unfinished.isEmpty()) {
      PrintWriter stdout = spec.commandLine().getOut();
      stdout.println("nothing to do: " + folder + " is finished, see leaderboard.md there");
      stdout.flush();
      return ExitStatus.DONE;
    }
    SplitStore store = plugins.instance(SplitStore.class);
    return status(
        run(count, plugins, context -> new ExperimentRunner(unfinished.get(), context, store)));
  }

  /** Empty where the run was interrupted. */
  private Optional<RunSummary> run(
      int count, Plugins plugins, Function<RunContext, ExperimentRunner> runners) {
    PrintWriter err = spec.commandLine().getErr();
    try (Workers workers = new Workers(count)) {
      ExperimentRunner runner = runners.apply(compute.context(out, workers, plugins, err));
      Function<Path, String> goOn = folder -> common.goOn("run", folder);
      return run(runner, new Interruption(runner::interrupt, goOn, err), plugins);
    }
  }

  private Optional<RunSummary> run(
      ExperimentRunner runner, Interruption interruption, Plugins plugins) {
    try (interruption) {
      RunSummary summary = runner.run();
      PrintWriter stdout = spec.commandLine().getOut();
      stdout.print(SummaryText.of(summary));
      stdout.flush();
      if (!noReport) {
        RunPage.write(summary.folder(), plugins, stdout, spec.commandLine().getErr());
      }
      return Optional.of(summary);
    } catch (CancellationException e) {
      interruption.end();
      return Optional.empty();
    }
  }
}
