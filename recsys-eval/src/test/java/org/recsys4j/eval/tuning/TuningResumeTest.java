package org.recsys4j.eval.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.eval.experiment.UnusableRunException;

/** Tunings that were killed, seen as copies of what lay on the disk after each epoch. */
class TuningResumeTest {
  private static final String MODELS =
      "{ name = near, options { at { range = [0, 19] } } },"
          + "{ name = walking, options { at { range = [0, 19] }, epochs = 6 } }";
  private static final String TUNE =
      "trials = 6, tpe.startup = 3, scheduler = asha, asha.reduction = 2, batch = 2";

  @TempDir Path folder;
  private TuningHarness harness;
  private final List<Path> moments = new ArrayList<>();

  @BeforeEach
  void harness() {
    harness = new TuningHarness(folder);
  }

  @AfterEach
  void nothingAfterEpochs() {
    Tunable.afterEpoch = () -> {};
  }

  private void copy() {
    Path from = folder.resolve("runs");
    Path to = folder.resolve("moment-" + moments.size());
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    moments.add(to);
  }

  @Test
  void everyMomentOfATuningCanBeGoneOnWith() throws IOException {
    Tunable.afterEpoch = this::copy;
    int before = Tunable.EPOCHS.get();
    TuningSummary whole = harness.tune(harness.config(TUNE, MODELS));
    int all = Tunable.EPOCHS.get() - before;
    Tunable.afterEpoch = () -> {};
    assertThat(moments).hasSizeGreaterThan(15);

    List<Integer> epochs = new ArrayList<>();
    for (Path moment : someMoments()) {
      int start = Tunable.EPOCHS.get();
      TuningSummary summary = harness.goOn(TuningHarness.only(moment));
      epochs.add(Tunable.EPOCHS.get() - start);
      assertThat(TuningHarness.results(summary))
          .as(moment.toString())
          .isEqualTo(TuningHarness.results(whole));
      assertThat(summary.leaderboard().orElseThrow().models())
          .extracting(it -> it.label() + it.metrics())
          .isEqualTo(
              whole.leaderboard().orElseThrow().models().stream()
                  .map(it -> it.label() + it.metrics())
                  .toList());
      Path model = Path.of("models/walking/model.npz");
      assertThat(summary.runs().get(0).folder().resolve(model))
          .hasSameBinaryContentAs(whole.runs().get(0).folder().resolve(model));
    }
    assertThat(epochs)
        .as("nothing that has a checkpoint is trained again")
        .allMatch(it -> it < all);
    assertThat(epochs).isSortedAccordingTo((a, b) -> b - a).endsWith(0);
  }

  /** One in four, and the last. */
  private List<Path> someMoments() {
    List<Path> some = new ArrayList<>();
    for (int i = 0; i < moments.size() - 1; i += 4) {
      some.add(moments.get(i));
    }
    some.add(moments.get(moments.size() - 1));
    return some;
  }

  @Test
  void interruptionsLeaveWhatIsFinished() throws Exception {
    CountDownLatch reached = new CountDownLatch(1);
    CountDownLatch open = new CountDownLatch(1);
    Tunable.afterEpoch =
        () -> {
          reached.countDown();
          try {
            open.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };
    TuningConfig config = harness.config(TUNE, MODELS);
    try (Workers workers = new Workers(1)) {
      TuningRunner runner = harness.runner(config, workers, 1, "runs");
      CompletableFuture<TuningSummary> running = CompletableFuture.supplyAsync(runner::run);
      assertThat(reached.await(20, TimeUnit.SECONDS)).isTrue();

      Optional<Path> left = runner.interrupt();
      open.countDown();

      assertThat(left).contains(TuningHarness.only(folder.resolve("runs")));
      assertThatThrownBy(running::join).hasCauseInstanceOf(CancellationException.class);
    }
    Tunable.afterEpoch = () -> {};
    Path tuning = TuningHarness.only(folder.resolve("runs"));
    assertThat(TuningHarness.json(tuning.resolve("tuning.json")).get("status").asText())
        .isEqualTo("interrupted");
    assertThat(Files.readAllLines(tuning.resolve("trials.csv"))).hasSize(7); // those of "near"

    TuningSummary summary = harness.goOn(tuning);

    assertThat(TuningHarness.results(summary))
        .isEqualTo(TuningHarness.results(harness.tune(config, 1, "whole")));
    assertThat(TuningHarness.json(tuning.resolve("tuning.json")).get("resumed")).hasSize(1);
  }

  @Test
  void trialsOfAnotherVersionAreRefused() throws IOException {
    Tunable.afterEpoch = this::copy;
    harness.tune(harness.config(TUNE, MODELS));
    Tunable.afterEpoch = () -> {};
    Path tuning = TuningHarness.only(moments.get(3));
    Path trial = tuning.resolve("trials/near/0002.json");
    Files.writeString(trial, Files.readString(trial).replace("\\\"size\\\":8", "\\\"size\\\":9"));

    assertThatThrownBy(() -> harness.goOn(tuning))
        .isInstanceOf(UnusableRunException.class)
        .hasMessageContaining(
            "was begun by a version that proposes other trials: trial 2 of \"near\"");
  }

  @Test
  void damagedTrialsAreMadeAgain() throws IOException {
    Tunable.afterEpoch = this::copy;
    TuningSummary whole = harness.tune(harness.config(TUNE, MODELS));
    Tunable.afterEpoch = () -> {};
    Path tuning = TuningHarness.only(moments.get(3));
    Files.writeString(tuning.resolve("trials/near/0002.json"), "{");

    assertThat(TuningHarness.results(harness.goOn(tuning))).isEqualTo(TuningHarness.results(whole));
    assertThat(harness.notices).anyMatch(it -> it.contains("0002.json is damaged"));
  }
}
