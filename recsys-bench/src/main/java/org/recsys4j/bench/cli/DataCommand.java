package org.recsys4j.bench.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code recsys data}: what can be done with data before an experiment. */
@Command(
    name = "data",
    description = "Fetch, describe, convert, split and release data.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DataFetchCommand.class,
      DataDescribeCommand.class,
      DataConvertCommand.class,
      DataSplitCommand.class,
      DataReleaseCommand.class
    })
final class DataCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @SuppressWarnings("unused") // picocli acts on it
  @Option(names = "--help", usageHelp = true, description = "Show this help and exit.")
  private boolean help;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "what to do with data is missing: "
            + String.join(", ", spec.commandLine().getSubcommands().keySet()));
  }
}
