package org.recsys4j.bench.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.recsys4j.api.data.Split;
import org.recsys4j.data.convert.SplitFormat;
import org.recsys4j.eval.experiment.ExperimentConfig;
import org.recsys4j.eval.experiment.PreparedData;
import org.recsys4j.eval.protocol.Leakage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code recsys data split}: writes a split that other tools read. */
@Command(
    name = "split",
    description = {
      "Split data and write the parts for other tools: RecBole's benchmark files, TREC judgements, or",
      "plain TSV. Of an experiment file, its data, preparations, split and seed are taken."
    })
final class DataSplitCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private CommonOptions common = new CommonOptions();

  @Mixin private DataOptions options = new DataOptions();

  @Option(
      names = "--to",
      paramLabel = "FORMAT",
      defaultValue = "tsv",
      description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private SplitFormat format = SplitFormat.TSV;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "Where the files are put (default: the current folder).")
  private Path out = Path.of("");

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "What the names of files begin with (default: the name of the data).")
  private @Nullable String name;

  @Option(names = "--force", description = "Replace files that are there.")
  private boolean force;

  @Override
  public Integer call() {
    DataChoice choice = DataChoice.of(options.request(), common.load());
    ExperimentConfig.Split strategy =
        choice
            .split()
            .orElseThrow(() -> wrong("--split is missing: recsys list splits shows the names"));
    String stem = name == null ? choice.name() : name;
    if (!stem.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      throw wrong("--name: \"" + stem + "\" is not the beginning of a file's name");
    }
    PrintWriter err = spec.commandLine().getErr();
    PreparedData data = choice.prepare(err, options.quiet());
    Split split = data.split(strategy, choice.splitSeeds());
    Leakage.of(split).filter(Leakage::any).ifPresent(it -> err.println("leakage: " + it.summary()));
    try {
      List<Path> written = format.write(split, stem, out, force);
      spec.commandLine()
          .getOut()
          .println(
              strategy.plugin().name()
                  + ": "
                  + sizes(split, data.dataset().interactions().size())
                  + " in "
                  + TextTable.files(written));
    } catch (IOException e) {
      throw new UnwritableException(out, e);
    }
    return ExitStatus.DONE;
  }

  /** The sizes of the parts, of which some splits make a fourth, and what is in none of them. */
  private static String sizes(Split split, int events) {
    int foldIn = split.foldIn().size();
    int parts = split.train().size() + split.validation().size() + split.test().size() + foldIn;
    return String.format(
        Locale.ROOT,
        "%,d training, %,d validation, %s%,d test events%s",
        split.train().size(),
        split.validation().size(),
        foldIn > 0 ? String.format(Locale.ROOT, "%,d fold-in, ", foldIn) : "",
        split.test().size(),
        events > parts ? String.format(Locale.ROOT, " (%,d left out)", events - parts) : "");
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
