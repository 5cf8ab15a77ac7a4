package org.recsys4j.eval.tuning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.recsys4j.api.Progress;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.plugin.Plugins;
import org.recsys4j.eval.experiment.FakePlugin;
import org.recsys4j.eval.experiment.MemorySplitStore;
import org.recsys4j.eval.experiment.RunContext;

/** Tunes the fakes and reads what that leaves. */
final class TuningHarness {
  static final String HEAD =
      """
      name = fake
      data.source = grid
      split { strategy = every-fifth }
      evaluate { metrics = ["ndcg@5", "recall@5"], early-stopping-metric = "ndcg@5" }
      """;

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-02-03T04:05:06Z"), ZoneOffset.UTC);

  final Path folder;
  final Plugins plugins =
      FakePlugin.plugins(new MemorySplitStore(), Tunable.DEFAULTS, List.of(new Tunable()));
  Progress progress = Progress.SILENT;
  final List<String> notices = Collections.synchronizedList(new ArrayList<>());

  TuningHarness(Path folder) {
    this.folder = folder;
  }

  Path file(String experiment) {
    try {
      return Files.writeString(
          folder.resolve("experiment.conf"), "experiment {\n" + experiment + "\n}\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  TuningConfig config(String tune, String models, String... overrides) {
    Path file = file(HEAD + "tune {" + tune + "}\nmodels = [" + models + "]");
    return TuningReader.read(file, List.of(overrides), plugins);
  }

  TuningSummary tune(TuningConfig config) {
    return tune(config, 1, "runs");
  }

  TuningSummary tune(TuningConfig config, int parallel, String out) {
    try (Workers workers = new Workers(2)) {
      return runner(config, workers, parallel, out).run();
    }
  }

  TuningRunner runner(TuningConfig config, Workers workers, int parallel, String out) {
    return new TuningRunner(config, context(workers, out), plugins, OptionalInt.of(parallel));
  }

  /** Goes on with a tuning in another process, as it were. */
  TuningSummary goOn(Path tuning) {
    UnfinishedTuning unfinished = UnfinishedTuning.open(tuning, plugins).orElseThrow();
    try (Workers workers = new Workers(1)) {
      return new TuningRunner(unfinished, context(workers, "x"), plugins, OptionalInt.empty())
          .run();
    }
  }

  private RunContext context(Workers workers, String out) {
    return new RunContext(folder.resolve(out), workers, progress, notices::add, CLOCK);
  }

  static JsonNode json(Path file) throws IOException {
    return new ObjectMapper().readTree(Files.readString(file));
  }

  /** The only folder in a folder. */
  static Path only(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.reduce((a, b) -> folder.resolve("more than one")).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What trials came to, without times. */
  static List<String> results(TuningSummary summary) {
    return summary.models().stream()
        .flatMap(it -> it.trials().stream())
        .map(
            it ->
                it.label()
                    + " "
                    + it.number()
                    + " "
                    + it.status()
                    + " "
                    + it.metric()
                    + " "
                    + it.epochs()
                    + " "
                    + it.searched()
                    + " "
                    + it.curve().entrySet().stream()
                        .map(e -> e.getKey() + ":" + e.getValue().value())
                        .toList()
                    + it.failure().map(Trial.Failure::message).orElse(""))
        .toList();
  }
}
