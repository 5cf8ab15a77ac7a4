package org.recsys4j.bench.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.plugin.Plugins;
import org.recsys4j.eval.experiment.RunContext;
import org.recsys4j.eval.tuning.TuningConfig;
import org.recsys4j.eval.tuning.TuningReader;
import org.recsys4j.eval.tuning.TuningRunner;
import org.recsys4j.eval.tuning.TuningSummary;
import org.recsys4j.eval.tuning.UnfinishedTuning;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code recsys tune}: searches for the best options of each model within a budget, by results on
 * the validation part, and runs the experiment with them, once for each seed; or goes on with a
 * tuning whose process was killed or interrupted.
 */
@Command(
    name = "tune",
    description = {
      "Find the best options of each model within equal budgets, by the validation part,",
      "and run the experiment with them."
    },
    customSynopsis = {
      "recsys tune FILE [--seeds N,N,...] [--set KEY=VALUE]... [--out DIR] [OPTION]...",
      "       recsys tune --resume DIR [OPTION]..."
    })
final class TuneCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private CommonOptions common = new CommonOptions();

  @Mixin private ComputeOptions compute = new ComputeOptions();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "FILE",
      description = "An experiment file with a tune block.")
  private @Nullable Path file;

  @Option(
      names = "--resume",
      paramLabel = "DIR",
      description = {
        "Go on with the tuning in DIR, which was killed or interrupted, by its own configuration.",
        "Trials that are over stay, and the result is that of a tuning without interruption;",
        "those that failed for want of memory or files are made again."
      })
  private @Nullable Path resume;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "runs",
      description = "Where the tuning's own folder is made (default: ${DEFAULT-VALUE}).")
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
        "Search with the first of these seeds, train and test what was chosen with each, and tell",
        "  mean and deviation: as experiment.seeds = [N, N, ...] in the file."
      })
  private List<Long> seeds = new ArrayList<>();

  @Option(
      names = "--parallel",
      paramLabel = "N",
      description = {
        "How many trials run at once, with the threads shared out; no number changes with it",
        "  (default: experiment.tune.parallel)."
      })
  private @Nullable Integer parallel;

  @Option(names = "--no-report", description = "Leave no report.html.")
  private boolean noReport;

  @Override
  public Integer call() {
    if (parallel != null && parallel < 1) {
      throw wrong("--parallel: " + parallel + " is not > 0");
    }
    if (resume == null && file == null) {
      throw wrong("an experiment file is missing, or --resume with the folder of a tuning");
    }
    if (resume != null) {
      Resumption.refuseChanges(spec, "tuning's folder");
      return resume(resume);
    }
    Plugins plugins = common.load();
    List<String> changes = new ArrayList<>(overrides);
    if (!seeds.isEmpty()) {
      changes.add("experiment.seeds=" + seeds);
    }
    TuningConfig config = TuningReader.read(Objects.requireNonNull(file), changes, plugins);
    return tune(plugins, context -> new TuningRunner(config, context, plugins, parallel()));
  }

  private OptionalInt parallel() {
    return parallel == null ? OptionalInt.empty() : OptionalInt.of(parallel);
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private int resume(Path folder) {
    Plugins plugins = common.load();
    Optional<UnfinishedTuning> unfinished = UnfinishedTuning.open(folder, plugins);
    if (unfinished.isEmpty()) {
      PrintWriter stdout = spec.commandLine().getOut();
      stdout.println("nothing to do: " + folder + " is finished, see trials.csv and run/ there");
      stdout.flush();
      return ExitStatus.DONE;
    }
    return tune(
        plugins, context -> new TuningRunner(unfinished.get(), context, plugins, parallel()));
  }

  private int tune(Plugins plugins, Function<RunContext, TuningRunner> runners) {
    PrintWriter err = spec.commandLine().getErr();
    try (Workers workers = new Workers(compute.threads(spec))) {
      TuningRunner runner = runners.apply(compute.context(out, workers, plugins, err));
      Function<Path, String> goOn = folder -> common.goOn("tune", folder);
      return tune(runner, new Interruption(runner::interrupt, goOn, err), plugins);
    }
  }

  private int tune(TuningRunner runner, Interruption interruption, Plugins plugins) {
    try (interruption) {
      TuningSummary summary = runner.run();
      PrintWriter stdout = spec.commandLine().getOut();
      stdout.print(TuningText.of(summary));
      stdout.flush();
      if (!noReport) {
        PrintWriter err = spec.commandLine().getErr();
        summary.runs().forEach(it -> RunPage.write(it.folder(), plugins, stdout, err));
        summary.joined().ifPresent(it -> RunPage.write(it.runs(), it.folder(), stdout, err));
      }
      return summary.anyFailed() ? ExitStatus.FAILED : ExitStatus.DONE;
    } catch (CancellationException e) {
      interruption.end();
      return ExitStatus.INTERRUPTED;
    }
  }
}
