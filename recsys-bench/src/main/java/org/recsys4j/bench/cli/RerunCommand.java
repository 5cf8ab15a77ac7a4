package org.recsys4j.bench.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.recsys4j.api.SplitStore;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.plugin.Plugins;
import org.recsys4j.eval.experiment.ExperimentConfig;
import org.recsys4j.eval.experiment.ExperimentReader;
import org.recsys4j.eval.experiment.ExperimentRunner;
import org.recsys4j.eval.experiment.Repetition;
import org.recsys4j.eval.experiment.RunSummary;
import org.recsys4j.eval.experiment.SavedResults;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code recsys rerun}: repeats a run, and says whether every number came out the same. */
@Command(
    name = "rerun",
    description = {
      "Repeat a run, and say whether every number came out the same, bit for bit, or which did not.",
      "The status is 1 where one did not."
    })
final class RerunCommand implements Callable<Integer> {
  private static final int MOST_TOLD = 20;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private CommonOptions common = new CommonOptions();

  @Mixin private ComputeOptions compute = new ComputeOptions();

  @Parameters(index = "0", paramLabel = "RUN", description = "The folder that a run left.")
  private Path run = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "runs",
      description = "Where the new run's own folder is made (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("");

  @Override
  public Integer call() {
    int threads = compute.threads(spec);
    SavedResults before = SavedResults.open(run);
    Plugins plugins = common.load();
    ExperimentConfig config =
        ExperimentReader.read(run.resolve("experiment.json"), List.of(), plugins);
    PrintWriter err = spec.commandLine().getErr();
    try (Workers workers = new Workers(threads)) {
      ExperimentRunner runner =
          new ExperimentRunner(
              config,
              compute.context(out, workers, plugins, err),
              plugins.instance(SplitStore.class));
      Function<Path, String> goOn = folder -> common.goOn("run", folder);
      try (Interruption interruption = new Interruption(runner::interrupt, goOn, err)) {
        return tell(runner, before, interruption);
      }
    }
  }

  private int tell(ExperimentRunner runner, SavedResults before, Interruption interruption) {
    try {
      RunSummary summary = runner.run();
      Repetition repetition = Repetition.of(before, SavedResults.open(summary.folder()));
      PrintWriter stdout = spec.commandLine().getOut();
      stdout.println("run         " + summary.folder());
      tell(repetition, stdout);
      stdout.flush();
      return repetition.same() ? ExitStatus.DONE : ExitStatus.FAILED;
    } catch (CancellationException e) {
      interruption.end();
      return ExitStatus.INTERRUPTED;
    }
  }

  private static void tell(Repetition repetition, PrintWriter out) {
    if (repetition.same()) {
      out.println(
          String.format(
              Locale.ROOT, "the same    all %,d numbers, bit for bit", repetition.numbers()));
    }
    tell("different   ", repetition.differences(), out);
    tell("besides     ", repetition.surroundings(), out);
  }

  private static void tell(String head, List<Repetition.Difference> found, PrintWriter out) {
    for (Repetition.Difference it : found.subList(0, Math.min(MOST_TOLD, found.size()))) {
      out.println(head + it.what() + ": " + it.before() + ", now " + it.after());
    }
    if (found.size() > MOST_TOLD) {
      out.println(head + "and " + (found.size() - MOST_TOLD) + " more");
    }
  }
}
