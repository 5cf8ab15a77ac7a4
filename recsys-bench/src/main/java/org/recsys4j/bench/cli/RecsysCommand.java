package org.recsys4j.bench.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;

/**
 * The command {@code recsys}: one class for each of its verbs.
 *
 * <p>What is asked for goes to standard output, all else to standard error, both in UTF-8.
 */
@Command(
    name = "recsys",
    description = "Compares recommender systems: one file names data, split, models and metrics.",
    versionProvider = RecsysCommand.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      RunCommand.class,
      TuneCommand.class,
      CheckCommand.class,
      ListCommand.class,
      ShowCommand.class,
      RecommendCommand.class,
      ReportCommand.class,
      RerunCommand.class,
      CompareCommand.class,
      EvaluateCommand.class,
      ExportCommand.class,
      DataCommand.class
    },
    footer = {
      "",
      "Exit status: 0 done, 1 the run or a download failed, or compare found a regression",
      "that --fail-on-regression asks for, 2 the command or the file is wrong, 3 the data",
      "is wrong, 130 interrupted (what is finished stays valid, and run --resume goes on)."
    })
public final class RecsysCommand {
  @SuppressWarnings("unused") // picocli acts on it
  @Option(names = "--version", versionHelp = true, description = "Print the version and exit.")
  private boolean version;

  @SuppressWarnings("unused") // picocli acts on it
  @Option(names = "--help", usageHelp = true, description = "Show this help and exit.")
  private boolean help;

  private RecsysCommand() {}

  /**
   * Runs a command and ends the process with its status.
   *
   * @param args the command line
   */
  public static void main(String[] args) {
    PrintWriter out = writer(FileDescriptor.out);
    PrintWriter err = writer(FileDescriptor.err);
    System.exit(execute(out, err, args));
  }

  private static PrintWriter writer(FileDescriptor descriptor) {
    return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  /**
   * Runs a command.
   *
   * @param out takes what was asked for
   * @param err takes messages and progress
   * @param args the command line
   * @return the exit status
   */
  public static int execute(PrintWriter out, PrintWriter err, String... args) {
    int status;
    try {
      status =
          new CommandLine(new RecsysCommand())
              .setCaseInsensitiveEnumValuesAllowed(true)
              .setOut(out)
              .setErr(err)
              .setParameterExceptionHandler(new WrongCommand())
              .setExecutionExceptionHandler(new ExitStatus())
              .execute(args);
    } catch (OutOfMemoryError | LinkageError | StackOverflowError e) {
      status = ExitStatus.ofError(e, err);
    }
    out.flush();
    err.flush();
    return status;
  }

  /** The version that the jar's manifest holds. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version =
          Optional.ofNullable(RecsysCommand.class.getPackage().getImplementationVersion())
              .orElse("development");
      return new String[] {"recsys4j " + version};
    }
  }
}
