package org.recsys4j.bench.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.recsys4j.api.SplitStore;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.plugin.Plugins;
import org.recsys4j.eval.experiment.ExperimentConfig;
import org.recsys4j.eval.experiment.ExperimentReader;
import org.recsys4j.eval.experiment.ExperimentRunner;
import org.recsys4j.eval.experiment.RunContext;
import org.recsys4j.eval.experiment.RunSummary;
import org.recsys4j.models.nn.kernel.BlasProviders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code recsys run}: runs an experiment file, prints the leaderboard, leaves a run directory. */
@Command(
    name = "run",
    description = "Run an experiment file: print a leaderboard, leave a run directory.")
final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(index = "0", paramLabel = "FILE", description = "An experiment file.")
  private Path file = Path.of("");

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
      names = "--threads",
      paramLabel = "N",
      description = "How many threads compute; no number changes with it (default: all cores).")
  private @Nullable Integer threads;

  @Option(names = "--quiet", description = "Show no progress.")
  private boolean quiet;

  @Override
  public Integer call() {
    int count = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    if (count < 1) {
      throw new ParameterException(spec.commandLine(), "--threads: " + count + " is not > 0");
    }
    Plugins plugins = common.load();
    ExperimentConfig config = ExperimentReader.read(file, overrides, plugins);
    PrintWriter err = spec.commandLine().getErr();
    Messages messages = Messages.on(err, quiet);
    try (Workers workers = new Workers(count)) {
      RunContext context =
          new RunContext(
              out,
              workers,
              messages.progress(),
              messages.lines(),
              Clock.systemUTC(),
              RunCommand::software);
      ExperimentRunner runner =
          new ExperimentRunner(config, context, plugins.instance(SplitStore.class));
      return run(runner, new Interruption(runner, err));
    }
  }

  private static Map<String, String> software() {
    return BlasProviders.inUse().map(blas -> Map.of("blas", blas.name())).orElse(Map.of());
  }

  private int run(ExperimentRunner runner, Interruption interruption) {
    try (interruption) {
      RunSummary summary = runner.run();
      PrintWriter stdout = spec.commandLine().getOut();
      stdout.print(SummaryText.of(summary));
      stdout.flush();
      return summary.anyFailed() ? ExitStatus.FAILED : ExitStatus.DONE;
    } catch (CancellationException e) {
      interruption.end();
      return ExitStatus.INTERRUPTED;
    }
  }
}
