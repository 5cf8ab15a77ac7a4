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
import org.recsys4j.eval.experiment.ExperimentReader;
import org.recsys4j.eval.experiment.ExperimentRunner;
import org.recsys4j.eval.experiment.RunContext;
import org.recsys4j.eval.experiment.RunSummary;
import org.recsys4j.eval.experiment.UnfinishedRun;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code recsys run}: runs an experiment file, prints the leaderboard, leaves a run directory; or
 * goes on with a run directory whose process was killed or interrupted.
 */
@Command(
    name = "run",
    description = "Run an experiment file: print a leaderboard, leave a run directory.",
    customSynopsis = {
      "recsys run FILE [--set KEY=VALUE]... [--out DIR] [OPTION]...",
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
    ExperimentConfig config =
        ExperimentReader.read(Objects.requireNonNull(file), overrides, plugins);
    return run(
        count,
        plugins,
        context -> new ExperimentRunner(config, context, plugins.instance(SplitStore.class)));
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** A run is gone on with as it was begun. */
  private void refuseBesideResume() {
    CommandLine.ParseResult parsed = spec.commandLine().getParseResult();
    String other = file != null ? "FILE" : !overrides.isEmpty() ? "--set" : "--out";
    if (file != null || !overrides.isEmpty() || parsed.hasMatchedOption(other)) {
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
    return run(
        count,
        plugins,
        context ->
            new ExperimentRunner(unfinished.get(), context, plugins.instance(SplitStore.class)));
  }

  private int run(int count, Plugins plugins, Function<RunContext, ExperimentRunner> runners) {
    PrintWriter err = spec.commandLine().getErr();
    try (Workers workers = new Workers(count)) {
      ExperimentRunner runner = runners.apply(compute.context(out, workers, plugins, err));
      Function<Path, String> goOn = folder -> common.goOn("run", folder);
      return run(runner, new Interruption(runner::interrupt, goOn, err), plugins);
    }
  }

  private int run(ExperimentRunner runner, Interruption interruption, Plugins plugins) {
    try (interruption) {
      RunSummary summary = runner.run();
      PrintWriter stdout = spec.commandLine().getOut();
      stdout.print(SummaryText.of(summary));
      stdout.flush();
      if (!noReport) {
        RunPage.write(summary.folder(), plugins, stdout, spec.commandLine().getErr());
      }
      return summary.anyFailed() ? ExitStatus.FAILED : ExitStatus.DONE;
    } catch (CancellationException e) {
      interruption.end();
      return ExitStatus.INTERRUPTED;
    }
  }
}
