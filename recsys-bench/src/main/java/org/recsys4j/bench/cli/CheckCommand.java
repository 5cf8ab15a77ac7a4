package org.recsys4j.bench.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recsys4j.eval.experiment.ExperimentConfig;
import org.recsys4j.eval.tuning.TuningReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code recsys check}: all problems of an experiment file, without data or training. */
@Command(
    name = "check",
    description = "Show all problems of an experiment file, without data or training.")
final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(index = "0", paramLabel = "FILE", description = "An experiment file.")
  private Path file = Path.of("");

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Override a key of the file; may be given more than once.")
  private List<String> overrides = new ArrayList<>();

  @Override
  public Integer call() {
    ExperimentConfig config = TuningReader.readAny(file, overrides, common.load());
    spec.commandLine()
        .getOut()
        .println(
            file
                + ": no problems; models: "
                + join(config.models().stream().map(it -> it.label()))
                + "; metrics: "
                + join(config.evaluate().measured().stream().map(it -> it.key())));
    return ExitStatus.DONE;
  }

  private static String join(Stream<String> names) {
    return names.collect(Collectors.joining(", "));
  }
}
