package org.recsys4j.bench.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.data.convert.EventFormat;
import org.recsys4j.eval.experiment.PreparedData;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code recsys data convert}: writes events in another format. */
@Command(
    name = "convert",
    description = {
      "Write events in another format: csv, tsv, recbole (.inter, .item, .user), lightgcn, sasrec,",
      "libsvm. Files appear when they are complete; ids become numbers in the last three, with tables",
      "OUT.users and OUT.items beside them."
    })
final class DataConvertCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private CommonOptions common = new CommonOptions();

  @Mixin private DataOptions options = new DataOptions();

  @Parameters(
      index = "1",
      paramLabel = "OUT",
      description = "The file to write; gzip if its name ends in .gz.")
  private Path out = Path.of("");

  @Option(
      names = "--to",
      paramLabel = "FORMAT",
      description = "The format, where the ending of OUT does not tell: ${COMPLETION-CANDIDATES}.")
  private @Nullable EventFormat format;

  @Option(names = "--force", description = "Replace files that are there.")
  private boolean force;

  @Override
  public Integer call() {
    EventFormat to = format != null ? format : EventFormat.of(out).orElseThrow(this::unknown);
    if (!force && Files.exists(out)) { // said before all data are read
      throw new ParameterException(
          spec.commandLine(), out + ": is there already; --force replaces it");
    }
    PrintWriter err = spec.commandLine().getErr();
    DataChoice choice = DataChoice.of(options.request(), common.load());
    EventLog log =
        PreparedData.events(choice.data(), choice.seed(), choice.reading(err, options.quiet()));
    try {
      List<Path> written = to.write(log, out, force);
      spec.commandLine().getOut().println(log + " in " + TextTable.files(written));
    } catch (IOException e) {
      throw new UnwritableException(out, e);
    }
    return ExitStatus.DONE;
  }

  private ParameterException unknown() {
    return new ParameterException(
        spec.commandLine(), "the ending of " + out + " tells no format; --to does");
  }
}
