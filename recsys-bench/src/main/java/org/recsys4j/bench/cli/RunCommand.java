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
import org.recsys4j.eval.experiment.RunContext;
import org.recsys4j.eval.experiment.RunSummary;
import org.recsys4j.eval.experiment.SeriesRunner;
import org.recsys4j.eval.experiment.SeriesSummary;
import org.recsys4j.eval.experiment.UnfinishedRun;
import org.recsys4j.eval.experiment.UnfinishedSeries;
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
 * run or series whose process was killed or interrupted.
 */
@Command(
    name = "run",
    description = "Run an experiment file: print a leaderboard, leave a run directory.",
    customSynopsis = {
      "recsys run FILE [--seeds N,N,...] [--set KEY=VALUE]... [--out DIR] [OPTION]...",
      "       recsys run --resume DIR [OPTION]..."
    })
final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private CommonOptions common = new CommonOptions();

  @Mixin private ComputeOptions compute = new ComputeOptions();

  @Parameters(index = "0", arity = "0..1", paramLabel = "FILE", description = "An experiment file.")
  private @Nullable Path file;

  @Option(
      names = "--resume",
      paramLabel = "DIR",
      description = {
        "Go on with the run or series in DIR, which was killed or interrupted, by its own",
        "configuration. Finished runs and models stay, and the result is that of a run without",
        "interruption."
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
      Resumption.refuseChanges(spec, "run directory");
      return resume(resume, count);
    }
    Plugins plugins = common.load();
    List<String> changes = new ArrayList<>(overrides);
    if (!seeds.isEmpty()) {
      changes.add("experiment.seeds=" + seeds);
    }
    ExperimentSeries series = ExperimentSeries.read(Objects.requireNonNull(file), changes, plugins);
    if (series.runs().size() > 1) {
      return series(count, plugins, context -> new SeriesRunner(series, context, plugins));
    }
    ExperimentConfig config = series.runs().get(0);
    SplitStore store = plugins.instance(SplitStore.class);
    return status(run(count, plugins, context -> new ExperimentRunner(config, context, store)));
  }

  /** One run after the other; what they came to together stands beside them. */
  private int series(int count, Plugins plugins, Function<RunContext, SeriesRunner> runners) {
    PrintWriter err = spec.commandLine().getErr();
    try (Workers workers = new Workers(count)) {
      SeriesRunner runner = runners.apply(compute.context(out, workers, plugins, err));
      Function<Path, String> goOn = folder -> common.goOn("run", folder);
      return series(runner, new Interruption(runner::interrupt, goOn, err), plugins);
    }
  }

  private int series(SeriesRunner runner, Interruption interruption, Plugins plugins) {
    try (interruption) {
      SeriesSummary summary = runner.run(it -> tell(it, plugins));
      PrintWriter stdout = spec.commandLine().getOut();
      JoinedRunsText.print(summary.joined().runs(), Optional.empty(), stdout);
      stdout.println("joined      " + summary.joined().folder());
      stdout.println("series      " + summary.folder());
      stdout.flush();
      if (!noReport) {
        PrintWriter err = spec.commandLine().getErr();
        RunPage.write(summary.joined().runs(), summary.joined().folder(), stdout, err);
      }
      return summary.anyFailed() ? ExitStatus.FAILED : ExitStatus.DONE;
    } catch (CancellationException e) {
      interruption.end();
      return ExitStatus.INTERRUPTED;
    }
  }

  private static int status(Optional<RunSummary> summary) {
    return summary
        .map(it -> it.anyFailed() ? ExitStatus.FAILED : ExitStatus.DONE)
        .orElse(ExitStatus.INTERRUPTED);
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private int resume(Path folder, int count) {
    Plugins plugins = common.load();
    if (UnfinishedSeries.isSeries(folder)) {
      return UnfinishedSeries.open(folder, plugins)
          .map(it -> series(count, plugins, context -> new SeriesRunner(it, context, plugins)))
          .orElseGet(() -> nothingToDo(folder, "joined/"));
    }
    SplitStore store = plugins.instance(SplitStore.class);
    return UnfinishedRun.open(folder, plugins)
        .map(it -> status(run(count, plugins, at -> new ExperimentRunner(it, at, store))))
        .orElseGet(() -> nothingToDo(folder, "leaderboard.md"));
  }

  private int nothingToDo(Path folder, String where) {
    PrintWriter stdout = spec.commandLine().getOut();
    stdout.println("nothing to do: " + folder + " is finished, see " + where + " there");
    stdout.flush();
    return ExitStatus.DONE;
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
      tell(summary, plugins);
      return Optional.of(summary);
    } catch (CancellationException e) {
      interruption.end();
      return Optional.empty();
    }
  }

  private void tell(RunSummary summary, Plugins plugins) {
    PrintWriter stdout = spec.commandLine().getOut();
    stdout.print(SummaryText.of(summary));
    stdout.flush();
    if (!noReport) {
      RunPage.write(summary.folder(), plugins, stdout, spec.commandLine().getErr());
    }
  }
}
