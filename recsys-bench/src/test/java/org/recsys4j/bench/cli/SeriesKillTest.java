package org.recsys4j.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recsys4j.eval.experiment.SavedResults;

/**
 * Several runs of one command, really killed within the second: the others end as if it had not
 * been.
 */
class SeriesKillTest {
  private static final String MODELS =
      "popularity, { name = bpr-mf, options { factors = 8, epochs = 200, patience = 0 } }";

  /** The processes are short: no time is spent on compiling well. */
  private static final List<String> QUICK = List.of("-Xmx256m", "-XX:TieredStopAtLevel=1");

  private static final int LONGEST_SECONDS = 60;

  @TempDir Path folder;

  @Test
  void aSeries() throws Exception {
    Path file = new Shell(folder).experiment(MODELS);
    killedWithinTheSecondRun("run", file);
  }

  @Test
  void theRunsOfATuning() throws Exception {
    Path file = TuneCommandTest.experiment(new Shell(folder), "trials = 1", MODELS);
    killedWithinTheSecondRun("tune", file);
  }

  private void killedWithinTheSecondRun(String command, Path file) throws Exception {
    Path whole = folder.resolve("whole");
    Path killed = folder.resolve("killed");
    Shell.Result expected = new Shell(folder).run(args(command, file, whole));
    assertThat(expected.status()).as(expected.err()).isZero();
    try (Child process = Child.start(folder, QUICK, args(command, file, killed))) {
      waitForCheckpointOfSecondRun(process, killed);
    }
    Path series = only(killed);
    assertThat(runs(series)).as("begun before the kill").hasSize(2);
    assertThat(series.resolve("joined")).doesNotExist();

    try (Child process =
        Child.start(folder, QUICK, command, "--resume", series.toString(), "--no-report")) {
      assertThat(process.status()).as(process.err()).isZero();
    }

    assertThat(runs(series)).as("none was begun twice").hasSize(3);
    assertThat(manifest(series, 1)).as("was finished").doesNotContain("\"resumed\"");
    assertThat(manifest(series, 2)).as("was under way").contains("\"resumed\"");
    assertThat(numbers(series.resolve("joined/leaderboard.csv")))
        .hasSize(3)
        .isEqualTo(numbers(only(whole).resolve("joined/leaderboard.csv")));
    for (long seed = 1; seed <= 3; seed++) {
      Path model = Path.of("models/bpr-mf/model.npz");
      assertThat(withSeed(series, seed).resolve(model))
          .hasSameBinaryContentAs(withSeed(only(whole), seed).resolve(model));
    }
  }

  private static String[] args(String command, Path file, Path runs) {
    return new String[] {
      command,
      file.toString(),
      "--seeds",
      "1,2,3",
      "--no-report",
      "--quiet",
      "--out",
      runs.toString()
    };
  }

  private static void waitForCheckpointOfSecondRun(Child process, Path runs) throws Exception {
    for (int i = 0; i < 100 * LONGEST_SECONDS && process.isAlive(); i++) {
      if (Files.isDirectory(runs)
          && runs(only(runs)).size() == 2
          && runs(only(runs)).stream().anyMatch(SeriesKillTest::hasCheckpoint)) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
    throw new AssertionError("no second run in time; the process said " + process.err());
  }

  private static Path only(Path runs) throws IOException {
    try (Stream<Path> all = Files.list(runs)) {
      return all.findFirst().orElse(runs);
    }
  }

  /** Those that have their names. */
  private static List<Path> runs(Path series) {
    try (Stream<Path> all = Files.list(series.resolve("run"))) {
      return all.filter(it -> !it.getFileName().toString().startsWith(".")).toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static boolean hasCheckpoint(Path run) {
    try (Stream<Path> files = Files.walk(run)) {
      return files.anyMatch(it -> it.getFileName().toString().startsWith("epoch-"));
    } catch (IOException | UncheckedIOException e) {
      return false; // what is there changes while it is listed
    }
  }

  private static Path withSeed(Path series, long seed) {
    return runs(series).stream()
        .filter(it -> SavedResults.open(it).seed() == seed)
        .findFirst()
        .orElseThrow();
  }

  private static String manifest(Path series, long seed) throws IOException {
    return Files.readString(withSeed(series, seed).resolve("manifest.json"));
  }

  /** Model, plug-in, and the two metrics. */
  private static List<String> numbers(Path csv) throws IOException {
    return Files.readAllLines(csv).stream()
        .map(it -> String.join(",", List.of(it.split(",")).subList(0, 4)))
        .toList();
  }
}
