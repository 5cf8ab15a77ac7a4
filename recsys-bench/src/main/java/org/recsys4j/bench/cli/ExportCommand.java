package org.recsys4j.bench.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.data.convert.SplitFormat;
import org.recsys4j.eval.experiment.SavedRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code recsys export}: the split and the lists of a run, for other tools. */
@Command(
    name = "export",
    description = {
      "Write the split of a run for other tools: RecBole's benchmark files, plain TSV, or TREC, with the",
      "models' lists. TREC judgements are what counted in the run, so that trec_eval and recsys evaluate",
      "come to its numbers."
    })
final class ExportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(index = "0", paramLabel = "RUN", description = "The folder that a run left.")
  private Path run = Path.of("");

  @Option(
      names = "--format",
      required = true,
      paramLabel = "FORMAT",
      description = "One of ${COMPLETION-CANDIDATES}.")
  private SplitFormat format = SplitFormat.TSV;

  @Option(
      names = "--model",
      paramLabel = "LABEL",
      description = "Of which model lists are written (TREC; default: all). May be repeated.")
  private List<String> labels = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "Where the files are put (default: the current folder).")
  private Path out = Path.of("");

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "What the names of files begin with (default: the name of the experiment).")
  private @Nullable String name;

  @Option(names = "--force", description = "Replace files that are there.")
  private boolean force;

  @Override
  public Integer call() {
    boolean trec = format == SplitFormat.TREC;
    if (!trec && !labels.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--model: lists are written in the format trec alone");
    }
    SavedRun saved = SavedRun.open(run, common.load());
    String stem = name == null ? saved.name() : name;
    if (!stem.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      throw new ParameterException(
          spec.commandLine(), "--name: \"" + stem + "\" is not the beginning of a file's name");
    }
    try {
      Map<Path, Path> lists = trec ? lists(saved, stem) : Map.of();
      List<Path> files =
          new ArrayList<>(format.write(trec ? saved.judged() : saved.split(), stem, out, force));
      for (Map.Entry<Path, Path> list : lists.entrySet()) {
        unpack(list.getValue(), list.getKey());
        files.add(list.getKey());
      }
      spec.commandLine().getOut().println("written: " + TextTable.files(files));
    } catch (IOException e) {
      throw new UnwritableException(out, e);
    }
    return ExitStatus.DONE;
  }

  /** For each file to write the one with the lists; refused before anything is written. */
  private Map<Path, Path> lists(SavedRun saved, String stem) {
    Map<Path, Path> files = new LinkedHashMap<>();
    for (String label : labels.isEmpty() ? saved.labels() : labels) {
      Path source = saved.lists(label);
      Path target = out.resolve(stem + "." + source.getName(source.getNameCount() - 2) + ".run");
      if (!force && Files.exists(target)) {
        throw new InvalidDataException(target + ": is there already; --force replaces it");
      }
      files.put(target, source);
    }
    return files;
  }

  private static void unpack(Path source, Path target) throws IOException {
    Path part = target.resolveSibling("." + target.getFileName() + ".part");
    try {
      try (InputStream lists = new GZIPInputStream(Files.newInputStream(source))) {
        Files.copy(lists, part, StandardCopyOption.REPLACE_EXISTING);
      }
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
