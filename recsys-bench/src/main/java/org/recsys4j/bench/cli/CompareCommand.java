package org.recsys4j.bench.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.eval.experiment.JoinedRuns;
import org.recsys4j.eval.experiment.SavedResults;
import org.recsys4j.eval.statistics.Resampling;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code recsys compare}: runs of one protocol in one leaderboard, with tests. */
@Command(
    name = "compare",
    description = {
      "Join runs of one protocol into one leaderboard, with tests over users. Runs that differ in their",
      "seed alone are averaged, and their variance is shown; a model that several runs trained otherwise",
      "is looked at for regressions: is it significantly worse than in the first run that was named?"
    })
final class CompareCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @SuppressWarnings("unused") // picocli and ExitStatus act on it
  @Mixin
  private CommonOptions common = new CommonOptions();

  @Mixin private StatisticsOptions statistics = new StatisticsOptions();

  @Parameters(arity = "1..*", paramLabel = "RUN", description = "Folders that runs left.")
  private List<Path> folders = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = {
        "Write leaderboard.md, .csv, .json, .tex, comparison.json, runs.json and report.html there."
      })
  private @Nullable Path out;

  @Option(
      names = "--repetitions",
      description = {
        "Let protocols differ in what seeds drew for the split, and in the fold:",
        "  runs of one experiment, as run --seeds and fold = all leave them."
      })
  private boolean repetitions;

  @Option(
      names = "--fail-on-regression",
      description = "End with status 1 if a model became significantly worse.")
  private boolean failOnRegression;

  @Override
  public Integer call() {
    Set<Path> seen = new HashSet<>();
    List<SavedResults> runs = new ArrayList<>();
    for (Path folder : folders) {
      if (!seen.add(folder.toAbsolutePath().normalize())) {
        throw new ParameterException(spec.commandLine(), folder + " is named twice");
      }
      runs.add(SavedResults.open(folder));
    }
    JoinedRuns joined;
    try (Workers workers = statistics.workers(spec)) {
      Resampling how = statistics.resampling(workers);
      joined =
          repetitions
              ? JoinedRuns.repeated(runs, statistics.baseline(), how)
              : JoinedRuns.of(runs, statistics.baseline(), how);
    }
    PrintWriter stdout = spec.commandLine().getOut();
    JoinedRunsText.print(joined, Optional.ofNullable(out), stdout);
    if (out != null) {
      RunPage.write(joined, out, stdout, spec.commandLine().getErr());
    }
    boolean worse = failOnRegression && !joined.regressions().isEmpty();
    return worse ? ExitStatus.FAILED : ExitStatus.DONE;
  }
}
