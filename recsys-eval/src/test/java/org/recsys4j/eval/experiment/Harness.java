package org.recsys4j.eval.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.recsys4j.api.Progress;
import org.recsys4j.api.SplitStore;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.plugin.Plugins;

/** Runs experiments on the fakes and reads what they leave. */
final class Harness {
  static final String HEAD =
      """
      name = fake
      data { source = grid, prepare = [ { first-users { users = 25 } } ] }
      split { strategy = every-fifth }
      evaluate.metrics = ["ndcg@5", "recall@5", "coverage@5"]
      """;

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-02-03T04:05:06Z"), ZoneOffset.UTC);

  final Path folder;
  final MemorySplitStore store = new MemorySplitStore();
  final Plugins plugins = FakePlugin.plugins(store);
  final List<String> notices = new ArrayList<>();

  Harness(Path folder) {
    this.folder = folder;
  }

  /** An experiment with these models: {@code "{ name = noise }, { name = nan }"}. */
  ExperimentConfig config(String models, String... overrides) {
    return read(HEAD + "models = [" + models + "]", overrides);
  }

  ExperimentConfig read(String experiment, String... overrides) {
    try {
      Path file = folder.resolve("experiment.conf");
      Files.writeString(file, "experiment {\n" + experiment + "\n}\n");
      return ExperimentReader.read(file, List.of(overrides), plugins);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  ExperimentRunner runner(ExperimentConfig config, Path out, Workers workers, SplitStore store) {
    RunContext context = new RunContext(out, workers, Progress.SILENT, notices::add, CLOCK);
    return new ExperimentRunner(config, context, store);
  }

  /** Goes on with a run in another process, as it were. */
  RunSummary goOn(Path run) {
    try (Workers workers = new Workers(2)) {
      return new ExperimentRunner(unfinished(run), context(workers, Progress.SILENT), store).run();
    }
  }

  UnfinishedRun unfinished(Path run) {
    return UnfinishedRun.open(run, plugins).orElseThrow();
  }

  RunContext context(Workers workers, Progress progress) {
    return new RunContext(folder.resolve("runs"), workers, progress, notices::add, CLOCK);
  }

  RunSummary run(ExperimentConfig config) {
    return run(config, 1);
  }

  RunSummary run(ExperimentConfig config, int threads) {
    try (Workers workers = new Workers(threads)) {
      return runner(config, folder.resolve("runs"), workers, store).run();
    }
  }

  static JsonNode json(Path file) throws IOException {
    return new ObjectMapper().readTree(Files.readString(file));
  }

  static List<String> gzipLines(Path file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  /** All files below a folder, as relative paths. */
  static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }
}
