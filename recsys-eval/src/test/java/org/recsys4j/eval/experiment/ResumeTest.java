package org.recsys4j.eval.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recsys4j.api.Progress;
import org.recsys4j.api.SplitStore;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.config.InvalidConfigException;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.data.Split;

/** Runs that were killed, seen as copies of what lay on the disk at many moments. */
class ResumeTest {
  private static final String MODELS = "noise, kept, { name = kept, label = \"a/../b\" }";

  @TempDir Path folder;
  private Harness harness;
  private final List<Path> moments = new ArrayList<>();

  @BeforeEach
  void harness() {
    harness = new Harness(folder);
  }

  /** Keeps a copy of all runs whenever work of any kind begins. */
  private Progress copying() {
    return (name, total, unit) -> {
      copy(name);
      return Progress.Task.SILENT;
    };
  }

  private void copy(String name) {
    Path from = folder.resolve("runs");
    Path to = folder.resolve("moment-" + moments.size() + "-" + name.replaceAll("\\W", ""));
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    moments.add(to);
  }

  private RunSummary runAndCopy(String models, String... overrides) {
    try (Workers workers = new Workers(1)) {
      ExperimentConfig config = harness.config(models, overrides);
      RunContext context = harness.context(workers, copying());
      return new ExperimentRunner(config, context, new CopyingStore()).run();
    }
  }

  /** Keeps a copy before and after the split is written, too. */
  private final class CopyingStore implements SplitStore {
    @Override
    public SortedMap<String, String> write(Split split, Path target) throws IOException {
      copy("before split");
      SortedMap<String, String> sums = harness.store.write(split, target);
      copy("after split");
      return sums;
    }

    @Override
    public Split read(Path target) throws IOException {
      return harness.store.read(target);
    }

    @Override
    public SortedMap<String, String> checksums(Path target) throws IOException {
      return harness.store.checksums(target);
    }
  }

  private static Path onlyRun(Path runs) {
    try (Stream<Path> all = Files.list(runs)) {
      return all.reduce((a, b) -> runs.resolve("two runs")).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path moment(String name) {
    return onlyRun(
        moments.stream()
            .filter(path -> path.getFileName().toString().endsWith(name))
            .findFirst()
            .orElseThrow());
  }

  @Test
  void everyMomentOfARunCanBeGoneOnWith() throws IOException {
    RunSummary whole = runAndCopy(MODELS);
    assertThat(moments).hasSizeGreaterThan(14);
    List<Integer> epochs = new ArrayList<>();
    for (Path moment : moments) {
      int before = FakeModels.KeptFactory.EPOCHS.get();
      RunSummary summary = harness.goOn(onlyRun(moment));
      epochs.add(FakeModels.KeptFactory.EPOCHS.get() - before);
      assertAlike(moment.toString(), summary, whole);
    }
    assertThat(epochs).startsWith(8, 8, 8).contains(7, 6, 5, 4, 3, 2, 1).endsWith(0);
    assertThat(epochs).isSortedAccordingTo((a, b) -> b - a);
  }

  private static void assertAlike(String name, RunSummary actual, RunSummary expected)
      throws IOException {
    Path run = actual.folder();
    assertThat(run.getFileName()).as(name).isEqualTo(expected.folder().getFileName());
    assertThat(Harness.files(run)).as(name).isEqualTo(Harness.files(expected.folder()));
    for (String file : Harness.files(run)) {
      if (!file.matches("(manifest|leaderboard)\\..*")) {
        assertThat(run.resolve(file))
            .as(name)
            .hasSameBinaryContentAs(expected.folder().resolve(file));
      }
    }
    assertThat(actual.setting()).as(name).isEqualTo(expected.setting());
    assertThat(actual.warnings()).as(name).isEqualTo(expected.warnings());
    assertThat(actual.leaderboard().models())
        .as(name)
        .extracting(it -> it.label() + it.metrics() + it.epochs())
        .containsExactlyElementsOf(
            expected.leaderboard().models().stream()
                .map(it -> it.label() + it.metrics() + it.epochs())
                .toList());
    JsonNode manifest = Harness.json(run.resolve("manifest.json"));
    assertThat(manifest.get("status").asText()).as(name).isEqualTo("done");
    assertThat(manifest.get("models")).as(name).hasSize(3);
    assertThat(manifest.get("resumed")).as(name).hasSize(1);
  }

  @Test
  void finishedRunHasNothingLeftToDo() {
    Path run = harness.run(harness.config("noise")).folder();
    assertThat(UnfinishedRun.open(run, harness.plugins)).isEmpty();
  }

  @Test
  void failedModelIsTriedAgainAndTheOthersStay() throws IOException {
    RunSummary first = harness.run(harness.config("throwing, noise, epochs"));
    Path model = first.folder().resolve("models/noise/model.npz");
    var time = Files.getLastModifiedTime(model);

    RunSummary second = harness.goOn(first.folder());

    assertThat(second.leaderboard().models())
        .extracting(ModelResult::label)
        .containsExactlyElementsOf(
            first.leaderboard().models().stream().map(ModelResult::label).toList());
    assertThat(second.anyFailed()).isTrue();
    assertThat(Files.getLastModifiedTime(model)).isEqualTo(time);
    JsonNode manifest = Harness.json(first.folder().resolve("manifest.json"));
    assertThat(manifest.get("models")).hasSize(3);
    harness.goOn(first.folder());
    assertThat(Harness.json(first.folder().resolve("manifest.json")).get("resumed")).hasSize(2);
  }

  @Test
  void damagedCheckpointIsToldAndTheOneBeforeIsUsed() throws IOException {
    RunSummary whole = runAndCopy("kept");
    Path run = moment("epoch3");
    Path checkpoints = run.resolve("models/kept/checkpoints");
    try (Stream<Path> files = Files.list(checkpoints)) {
      Path newest = files.sorted().reduce((a, b) -> b).orElseThrow();
      Files.write(newest, new byte[] {1, 2, 3});
      int before = FakeModels.KeptFactory.EPOCHS.get();

      RunSummary summary = harness.goOn(run);

      assertThat(FakeModels.KeptFactory.EPOCHS.get() - before).isEqualTo(2);
      assertThat(summary.warnings())
          .containsExactly(
              "the grid is made up",
              newest
                  + " is damaged (its SHA-256 is not the one in its name);"
                  + " training goes on after epoch 2");
      assertThat(run.resolve("models/kept/model.npz"))
          .hasSameBinaryContentAs(whole.folder().resolve("models/kept/model.npz"));
      assertThat(checkpoints).doesNotExist();
    }
  }

  @Test
  void runThatIsStillInTheHandsOfAProcessIsLeftToIt() throws Exception {
    FakePlugin.Gate.close();
    ExperimentConfig config = harness.config("noise, waiting");
    CompletableFuture<RunSummary> running =
        CompletableFuture.supplyAsync(() -> harness.run(config));
    assertThat(FakePlugin.Gate.reached.await(20, TimeUnit.SECONDS)).isTrue();
    Path run = onlyRun(folder.resolve("runs"));

    assertThatThrownBy(() -> harness.goOn(run))
        .isInstanceOf(UnusableRunException.class)
        .hasMessage(run + " is in use: the process that runs it has not ended yet");

    FakePlugin.Gate.open.countDown();
    assertThat(running.join().anyFailed()).isFalse();
    assertThat(UnfinishedRun.open(run, harness.plugins)).isEmpty();
  }

  @Test
  void interruptedRunKeepsItsCheckpointsAndGoesOn() {
    RunSummary whole = harness.run(harness.config("kept"));
    List<ExperimentRunner> runners = new ArrayList<>();
    Progress interrupting =
        (name, total, unit) -> {
          if (name.equals("epoch 2")) {
            runners.get(0).interrupt();
          }
          return Progress.Task.SILENT;
        };
    try (Workers workers = new Workers(1)) {
      runners.add(
          new ExperimentRunner(
              harness.config("kept"), harness.context(workers, interrupting), harness.store));
      assertThatThrownBy(runners.get(0)::run).isInstanceOf(CancellationException.class);
    }
    Path run = whole.folder().resolveSibling(whole.folder().getFileName() + "-2");
    assertThat(run.resolve("models/kept/checkpoints")).isNotEmptyDirectory();

    int before = FakeModels.KeptFactory.EPOCHS.get();
    assertThat(harness.goOn(run).folder()).isEqualTo(run);
    assertThat(FakeModels.KeptFactory.EPOCHS.get() - before).isEqualTo(2);
    assertThat(run.resolve("models/kept/model.npz"))
        .hasSameBinaryContentAs(whole.folder().resolve("models/kept/model.npz"));
  }

  @Test
  void secretsAreNotNeededOnceTheSplitStands() {
    runAndCopy("kept", "experiment.data.source={name=grid,options{password=hush}}");

    assertThat(harness.goOn(moment("epoch1")).anyFailed()).isFalse();
    Path early = moment("beforesplit");
    assertThatThrownBy(() -> harness.unfinished(early))
        .isInstanceOf(UnusableRunException.class)
        .hasMessage(
            early.resolve("manifest.json")
                + " hides a secret that the run needs; run the experiment file again");
  }

  private static void edit(Path run, String from, String to) throws IOException {
    Path file = run.resolve("manifest.json");
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }

  @Test
  void manifestThatDoesNotFitIsRefused() throws IOException {
    RunSummary summary = harness.run(harness.config("throwing, noise"));
    Path run = summary.folder();
    String id = summary.leaderboard().protocol();

    edit(run, id, "0123456789abcdef");
    assertThatThrownBy(() -> harness.goOn(run))
        .isInstanceOf(UnusableRunException.class)
        .hasMessageContainingAll("measures otherwise", "0123456789abcdef", id);
    edit(run, "0123456789abcdef", id);

    edit(run, "\"root\" : 42", "\"root\" : 43");
    assertThatThrownBy(() -> harness.unfinished(run))
        .isInstanceOf(UnusableRunException.class)
        .hasMessageEndingWith("was written by a version that draws other random numbers");
    edit(run, "\"root\" : 43", "\"root\" : 42");

    edit(run, "\"name\" : \"throwing\"", "\"name\" : \"throwin\"");
    assertThatThrownBy(() -> harness.unfinished(run))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContainingAll("manifest.json", "throwin");
    edit(run, "\"name\" : \"throwin\"", "\"name\" : \"throwing\"");

    assertThat(harness.goOn(run).leaderboard().models()).hasSize(2);
    Files.writeString(run.resolve("split/key.txt"), "another");
    assertThatThrownBy(() -> harness.goOn(run))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageEndingWith("is not the split of this run: the manifest has other checksums");
    assertThatThrownBy(() -> UnfinishedRun.open(folder, harness.plugins))
        .isInstanceOf(UnusableRunException.class)
        .hasMessageEndingWith("is no run directory: there is no manifest.json in it");
  }

  @Test
  void modelWhoseNumbersAreLostIsMeasuredAgain() throws IOException {
    RunSummary first = harness.run(harness.config("throwing, noise"));
    Path metrics = first.folder().resolve("models/noise/metrics.json");
    byte[] content = Files.readAllBytes(metrics);
    Files.writeString(metrics, "{ \"metrics\" : { \"ndcg@5\" : 0.25 } }");

    harness.goOn(first.folder());

    assertThat(metrics).hasBinaryContent(content);
  }
}
