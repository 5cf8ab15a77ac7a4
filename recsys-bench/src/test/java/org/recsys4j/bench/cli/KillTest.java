package org.recsys4j.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is really killed, at random moments, ends with the bits of one that is not. */
class KillTest {
  private static final String MODELS =
      """
      { name = bpr-mf, options { factors = 8, epochs = 300, patience = 0 } }
      { name = ials, options { factors = 4, iterations = 60, patience = 100 } }
      { name = neumf, options { pretrain-epochs = 20, epochs = 50, patience = 25, batch-size = 16 } }
      """;

  /** The processes are short: no time is spent on compiling well. */
  private static final List<String> QUICK = List.of("-Xmx256m", "-XX:TieredStopAtLevel=1");

  @TempDir Path folder;
  private final SplittableRandom random = new SplittableRandom(20);
  private final List<String> moments = new ArrayList<>();

  @Test
  void killedAndGoneOnWithUntilItIsDone() throws Exception {
    Path file = new Shell(folder).experiment(MODELS);
    Path whole = folder.resolve("whole");
    Path killed = folder.resolve("killed");
    try (Child process = start(whole, file, 2)) {
      assertThat(process.status()).as(process.err()).isZero();
    }

    // Early there may be no folder yet, or no split.
    try (Child process = start(killed, file, 2)) {
      kill(process, killed, 700 + random.nextInt(400));
    }
    for (String model : List.of("bpr-mf", "bpr-mf", "neumf")) {
      try (Child process = start(killed, file, 1 + random.nextInt(2))) {
        waitForCheckpoint(process, killed, model);
        kill(process, killed, random.nextInt(60));
      }
    }
    try (Child process = start(killed, file, 1)) {
      assertThat(process.status()).as(process.err()).isZero();
    }

    assertThat(moments)
        .as("checkpoints that were there after each kill")
        .anyMatch(moment -> moment.contains("bpr-mf"))
        .anyMatch(moment -> moment.contains("neumf"));
    assertAlike(run(killed).orElseThrow(), run(whole).orElseThrow());
  }

  /** Begins, or goes on with what a process before left. */
  private Child start(Path runs, Path file, int threads) throws IOException {
    List<String> args = new ArrayList<>(List.of("run", "--threads", Integer.toString(threads)));
    Optional<Path> run = run(runs);
    if (run.isPresent()) {
      args.addAll(List.of("--resume", run.get().toString()));
    } else {
      args.addAll(List.of(file.toString(), "--out", runs.toString()));
    }
    return Child.start(folder, QUICK, args.toArray(String[]::new));
  }

  private void kill(Child process, Path runs, int millis) throws Exception {
    TimeUnit.MILLISECONDS.sleep(millis);
    process.close();
    moments.add(checkpoints(runs).toString());
  }

  /** Waits for the first checkpoint of a model that was not there before. */
  private static void waitForCheckpoint(Child process, Path runs, String model) throws Exception {
    Set<String> before = checkpoints(runs);
    for (int i = 0; i < 3000 && process.isAlive(); i++) {
      if (checkpoints(runs).stream()
          .anyMatch(file -> file.contains(model) && !before.contains(file))) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }

  /** What is there changes while it is listed. */
  private static Set<String> checkpoints(Path runs) {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.walk(runs)) {
      files
          .filter(file -> file.getFileName().toString().startsWith("epoch-"))
          .forEach(file -> names.add(runs.relativize(file).toString()));
    } catch (IOException | UncheckedIOException e) {
      return names;
    }
    return names;
  }

  /** The folder that can be gone on with, which may still be a hidden one. */
  private static Optional<Path> run(Path runs) throws IOException {
    if (!Files.isDirectory(runs)) {
      return Optional.empty();
    }
    try (Stream<Path> all = Files.list(runs)) {
      return all.filter(run -> Files.exists(run.resolve("manifest.json"))).findFirst();
    }
  }

  private static void assertAlike(Path actual, Path expected) throws IOException {
    List<String> files = files(expected);
    assertThat(files(actual)).isEqualTo(files);
    assertThat(files).contains("models/neumf/model.npz", "split/train.tsv.gz");
    for (String file : files) {
      if (file.endsWith("training.csv")) {
        assertThat(withoutTimes(actual.resolve(file)))
            .isEqualTo(withoutTimes(expected.resolve(file)));
      } else if (file.contains("/")) {
        assertThat(actual.resolve(file)).hasSameBinaryContentAs(expected.resolve(file));
      }
    }
    assertThat(metrics(actual)).hasSize(3).isEqualTo(metrics(expected));
  }

  private static List<String> files(Path run) throws IOException {
    try (Stream<Path> files = Files.walk(run)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> run.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  /** Epoch, loss, validation and number of examples. */
  private static List<String> withoutTimes(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .map(line -> String.join(",", List.of(line.split(",", -1)).subList(0, 4)))
        .toList();
  }

  private static Map<String, String> metrics(Path run) throws IOException {
    JsonNode board = new ObjectMapper().readTree(run.resolve("leaderboard.json").toFile());
    Map<String, String> metrics = new TreeMap<>();
    for (JsonNode model : board.get("models")) {
      metrics.put(model.get("label").asText(), model.get("metrics").toString());
    }
    return metrics;
  }
}
