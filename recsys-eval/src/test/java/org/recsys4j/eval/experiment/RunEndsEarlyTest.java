package org.recsys4j.eval.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recsys4j.api.SplitStore;
import org.recsys4j.api.concurrent.Workers;

/** What stays of runs that a full disk or a user ends. */
class RunEndsEarlyTest {
  @TempDir Path folder;
  private Harness harness;

  @BeforeEach
  void harness() {
    harness = new Harness(folder);
  }

  @Test
  void folderThatCannotBeMadeIsToldBeforeAnyWork() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    try (Workers workers = new Workers(1)) {
      ExperimentRunner runner =
          harness.runner(harness.config("noise"), file.resolve("runs"), workers, harness.store);
      assertThatThrownBy(runner::run)
          .isInstanceOf(RunFailedException.class)
          .hasMessageStartingWith("cannot write " + file.resolve("runs") + ": ");
    }
    assertThat(harness.notices).isEmpty();
  }

  @Test
  void fullDiskWhileTheSplitIsWrittenLeavesNothing() throws IOException {
    SplitStore full = mock(SplitStore.class);
    when(full.write(any(), any())).thenThrow(new IOException("No space left on device"));

    try (Workers workers = new Workers(1)) {
      ExperimentRunner runner =
          harness.runner(harness.config("noise"), folder.resolve("runs"), workers, full);
      assertThatThrownBy(runner::run)
          .isInstanceOf(RunFailedException.class)
          .hasMessageStartingWith("cannot write ")
          .hasMessageEndingWith("split: No space left on device");
    }
    assertThat(folder.resolve("runs")).isEmptyDirectory();
  }

  @Test
  void fullDiskEndsTheRunAndKeepsWhatIsFinished() throws IOException {
    ExperimentConfig config = harness.config("noise, unsaveable, epochs");

    assertThatThrownBy(() -> harness.run(config))
        .isInstanceOf(RunFailedException.class)
        .hasMessageEndingWith("model.npz: No space left on device");

    Path run = onlyRun();
    assertThat(run.resolve("models/noise/per-user.csv.gz")).exists();
    assertThat(run.resolve("models/unsaveable")).isEmptyDirectory();
    assertThat(run.resolve("models/epochs")).doesNotExist();
    JsonNode board = Harness.json(run.resolve("leaderboard.json"));
    assertThat(board.get("models")).hasSize(1);
    assertThat(Harness.json(run.resolve("manifest.json")).get("status").asText())
        .isEqualTo("failed");
  }

  @Test
  void interruptionKeepsWhatIsFinished() throws Exception {
    FakePlugin.Gate.close();
    try (Workers workers = new Workers(1)) {
      ExperimentRunner runner =
          harness.runner(
              harness.config("noise, waiting, epochs"),
              folder.resolve("runs"),
              workers,
              harness.store);
      CompletableFuture<RunSummary> running = CompletableFuture.supplyAsync(runner::run);
      assertThat(FakePlugin.Gate.reached.await(20, TimeUnit.SECONDS)).isTrue();

      assertThat(runner.interrupt()).contains(onlyRun());
      FakePlugin.Gate.open.countDown();

      assertThatThrownBy(running::join).hasCauseInstanceOf(CancellationException.class);
    }
    Path run = onlyRun();
    assertThat(Harness.files(run)).noneMatch(file -> file.contains(".tmp"));
    assertThat(Harness.files(run)).noneMatch(file -> file.startsWith("models/waiting"));
    assertThat(Harness.gzipLines(run.resolve("models/noise/run.trec.gz"))).isNotEmpty();
    assertThat(Harness.json(run.resolve("leaderboard.json")).get("models")).hasSize(1);
    JsonNode manifest = Harness.json(run.resolve("manifest.json"));
    assertThat(manifest.get("status").asText()).isEqualTo("interrupted");
    assertThat(manifest.at("/models/0/label").asText()).isEqualTo("noise");
  }

  @Test
  void interruptionBeforeTheSplitLeavesNothing() throws IOException {
    try (Workers workers = new Workers(1)) {
      SplitStore store = mock(SplitStore.class);
      ExperimentRunner runner =
          harness.runner(harness.config("noise"), folder.resolve("runs"), workers, store);
      when(store.write(any(), any()))
          .thenAnswer(
              call -> {
                Files.createDirectories(call.getArgument(1));
                assertThat(runner.interrupt()).isEmpty();
                return new java.util.TreeMap<>();
              });

      assertThatThrownBy(runner::run).isInstanceOf(CancellationException.class);
    }
    assertThat(folder.resolve("runs")).isEmptyDirectory();
  }

  private Path onlyRun() throws IOException {
    try (var runs = Files.list(folder.resolve("runs"))) {
      return runs.reduce((a, b) -> folder.resolve("two runs")).orElseThrow();
    }
  }
}
