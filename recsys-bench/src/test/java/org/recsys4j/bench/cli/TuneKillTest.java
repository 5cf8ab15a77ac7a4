package org.recsys4j.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tuning that is really killed, at random moments, makes the trials of one that is not. */
class TuneKillTest {
  private static final String MODELS =
      """
      { name = ease, options { regularisation { log-range = [1, 100] } } }
      {
        name = bpr-mf
        options {
          factors { choice = [4, 8] }, learning-rate { log-range = [0.01, 0.5] }
          epochs = 120, patience = 0
        }
      }
      {
        name = ials
        options { factors { range = [2, 8] }, alpha { log-range = [0.5, 40] }, iterations = 60, patience = 60 }
      }
      """;
  private static final String TUNE =
      "trials = 9, scheduler = asha, asha.min-epochs = 5, tpe.startup = 4, batch = 3";

  /** The processes are short: no time is spent on compiling well. */
  private static final List<String> QUICK = List.of("-Xmx256m", "-XX:TieredStopAtLevel=1");

  @TempDir Path folder;
  private final SplittableRandom random = new SplittableRandom(21);

  @Test
  void killedAndGoneOnWithUntilItIsDone() throws Exception {
    Path file = TuneCommandTest.experiment(new Shell(folder), TUNE, MODELS);
    Path whole = folder.resolve("whole");
    Path killed = folder.resolve("killed");
    try (Child process = start(whole, file, 1)) {
      assertThat(process.status()).as(process.err()).isZero();
    }

    List<Integer> rows = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      try (Child process = start(killed, file, 1 + random.nextInt(3))) {
        waitForTrials(process, killed, rows.isEmpty() ? 2 : rows.get(rows.size() - 1) + 4);
        TimeUnit.MILLISECONDS.sleep(random.nextInt(50));
      }
      rows.add(table(killed).size());
    }
    try (Child process = start(killed, file, 2)) {
      assertThat(process.status()).as(process.err()).isZero();
    }

    assertThat(rows).as("trials that were there after each kill").isSorted().contains(rows.get(0));
    assertThat(rows.get(0)).isBetween(2, 26);
    assertThat(table(killed)).hasSize(28).isEqualTo(table(whole));
    for (String model : List.of("ease", "bpr-mf", "ials")) {
      String name = "models/" + model + "/model.npz";
      assertThat(TuneCommandTest.runOf(tuning(killed).orElseThrow()).resolve(name))
          .hasSameBinaryContentAs(TuneCommandTest.runOf(tuning(whole).orElseThrow()).resolve(name));
    }
  }

  private Child start(Path runs, Path file, int parallel) throws IOException {
    List<String> args = new ArrayList<>(List.of("tune", "--parallel", Integer.toString(parallel)));
    Optional<Path> tuning = tuning(runs);
    if (tuning.isPresent()) {
      args.addAll(List.of("--resume", tuning.get().toString()));
    } else {
      args.addAll(List.of(file.toString(), "--out", runs.toString()));
    }
    return Child.start(folder, QUICK, args.toArray(String[]::new));
  }

  private static void waitForTrials(Child process, Path runs, int count) throws Exception {
    for (int i = 0; i < 6000 && process.isAlive() && table(runs).size() < count; i++) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  /** The rows without times; none where there is no table yet, or it is just being replaced. */
  private static List<String> table(Path runs) {
    try {
      Optional<Path> tuning = tuning(runs);
      if (tuning.isEmpty() || !Files.exists(tuning.get().resolve("trials.csv"))) {
        return List.of();
      }
      return Files.readAllLines(tuning.get().resolve("trials.csv")).stream()
          .map(row -> row.replaceAll("^((?:[^,]*,){5})[^,]*,", "$1"))
          .toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }

  private static Optional<Path> tuning(Path runs) throws IOException {
    if (!Files.isDirectory(runs)) {
      return Optional.empty();
    }
    try (Stream<Path> all = Files.list(runs)) {
      return all.filter(it -> !it.getFileName().toString().startsWith(".")).findFirst();
    }
  }
}
