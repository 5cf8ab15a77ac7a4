package org.recsys4j.bench.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.recsys4j.bench.report.RunReport;
import org.recsys4j.eval.experiment.JoinedRunsFiles;
import org.recsys4j.eval.experiment.UnusableRunException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code recsys report}: writes the report of a run anew. */
@Command(name = "report", description = "Write the report of a run, one HTML page.")
final class ReportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(index = "0", paramLabel = "RUN", description = "The folder that a run left.")
  private Path run = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to write it (default: report.html in the run's folder).")
  private @Nullable Path out;

  @Override
  public Integer call() {
    if (Files.isRegularFile(run.resolve(JoinedRunsFiles.FILE))) {
      throw new UnusableRunException(
          run
              + " holds joined runs: `recsys compare RUN RUN... --out "
              + run
              + "` writes their page");
    }
    Path file = out == null ? run.resolve(RunReport.FILE) : out;
    try {
      RunReport.write(run, common.load(), file);
    } catch (IOException e) {
      throw new UnwritableException(file, e);
    }
    spec.commandLine().getOut().println(file);
    return ExitStatus.DONE;
  }
}
