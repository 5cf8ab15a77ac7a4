package org.recsys4j.eval.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recsys4j.api.Progress;
import org.recsys4j.api.config.InvalidConfigException;
import org.recsys4j.eval.experiment.UnusableRunException;

class TuningRunnerTest {
  private static final String NEAR = "{ name = near, options { at { range = [0, 19] } } }";
  private static final String WALKING =
      "{ name = walking, options { at { range = [0, 19] }, step { choice = [0.1, 0.3, 0.7] } } }";

  @TempDir Path folder;
  private TuningHarness harness;

  @BeforeEach
  void harness() {
    harness = new TuningHarness(folder);
  }

  @AfterEach
  void nothingAfterEpochs() {
    Tunable.afterEpoch = () -> {};
  }

  @Test
  void everyModelHasTheSameBudgetAndTheRunHasTheBestOptions() throws IOException {
    TuningSummary summary =
        harness.tune(
            harness.config(
                "trials = 9, tpe.startup = 4",
                NEAR + ", { name = near, label = plain }," + WALKING));

    assertThat(summary.models())
        .extracting(it -> it.label() + " " + it.trials().size())
        .containsExactly("near 9", "plain 1", "walking 9");
    for (ModelTuning model : summary.models()) {
      Trial chosen = model.chosen().orElseThrow();
      assertThat(model.trials()).allMatch(it -> it.status() == Trial.Status.DONE);
      assertThat(chosen.metric().orElseThrow())
          .isEqualTo(
              model.trials().stream().mapToDouble(it -> it.metric().orElseThrow()).max().orElse(-1))
          .isGreaterThanOrEqualTo(model.trials().get(0).metric().orElseThrow());
    }
    assertThat(summary.models().get(0).trials().get(0).searched()).containsExactly("at=19");
    assertThat(summary.models().get(0).trials()).extracting(Trial::options).doesNotHaveDuplicates();
    assertThat(summary.metric()).isEqualTo("nDCG@5 of the validation part");
    assertThat(summary.anyFailed()).isFalse();
    assertRunHas(summary);
  }

  /** The run is one like any other, and comes to what the trial came to on the validation part. */
  private static void assertRunHas(TuningSummary summary) throws IOException {
    Path run = summary.runs().get(0).folder();
    assertThat(run.getParent()).isEqualTo(summary.folder().resolve("run"));
    assertThat(run.resolve("leaderboard.csv")).isNotEmptyFile();
    JsonNode models = TuningHarness.json(run.resolve("experiment.json")).at("/experiment/models");
    for (int i = 0; i < models.size(); i++) {
      Trial chosen = summary.models().get(i).chosen().orElseThrow();
      assertThat(models.get(i).get("options")).isEqualTo(tree(chosen.options()));
    }
    Trial walking = summary.models().get(2).chosen().orElseThrow();
    List<String> curve = Files.readAllLines(run.resolve("models/walking/training.csv"));
    assertThat(curve).hasSize(1 + walking.epochs());
    assertThat(curve.get(curve.size() - 1).split(",", -1)[2])
        .as("the best measurement of the run")
        .isEqualTo(String.valueOf(walking.metric().orElseThrow()));
  }

  private static JsonNode tree(String json) throws IOException {
    return new ObjectMapper().readTree(json);
  }

  /** A grid is one round: what is noted must not wait for its end. */
  @Test
  void progressNamesTheBestTrialSoFar() {
    List<String> notes = new ArrayList<>();
    harness.progress = (name, steps, unit) -> new Noting(notes);
    TuningSummary summary =
        harness.tune(
            harness.config(
                "searcher = grid, trials = 5",
                "{ name = near, options { at { choice = [1, 9, 4, 16] } } }"));

    List<Trial> trials = summary.models().get(0).trials();
    Trial chosen = summary.models().get(0).chosen().orElseThrow();
    assertThat(chosen.number()).isBetween(2, trials.size() - 1);
    assertThat(notes).filteredOn(it -> it.contains("in trial")).hasSameSizeAs(trials);
    assertThat(notes)
        .filteredOn(it -> it.contains("in trial"))
        .last()
        .asString()
        .endsWith(" in trial " + chosen.number());
  }

  /** A task of which only the notes count. */
  private record Noting(List<String> notes) implements Progress.Task {
    @Override
    public void advance(long steps) {}

    @Override
    public void note(String text) {
      notes.add(text);
    }

    @Override
    public void close() {}
  }

  @Test
  void leavesTablesOfAllTrials() throws IOException {
    TuningSummary summary = harness.tune(harness.config("trials = 4, scheduler = asha", WALKING));

    Path tuning = summary.folder();
    assertThat(tuning.getFileName()).hasToString("fake-tuning-20260203-040506");
    List<String> table = Files.readAllLines(tuning.resolve("trials.csv"));
    assertThat(table).hasSize(5);
    assertThat(table.get(0))
        .isEqualTo("model,trial,status,nDCG@5,epochs,seconds,searched,options,failure");
    assertThat(table.get(1)).startsWith("walking,1,done,0.").contains(",12,");
    Trial first = summary.models().get(0).trials().get(0);
    JsonNode trial = TuningHarness.json(tuning.resolve("trials/walking/0001.json"));
    assertThat(trial.get("value").asDouble()).isEqualTo(first.metric().orElseThrow());
    assertThat(trial.get("by-epoch")).hasSize(12);
    assertThat(trial.at("/by-epoch/11/value").asDouble()).isEqualTo(first.curve().get(12).value());
    JsonNode manifest = TuningHarness.json(tuning.resolve("tuning.json"));
    assertThat(manifest.get("status").asText()).isEqualTo("done");
    assertThat(manifest.get("measured-on").asText()).isEqualTo("validation");
    assertThat(manifest.at("/models/0/budget/trials").asInt()).isEqualTo(4);
    assertThat(manifest.at("/models/0/chosen/value").asDouble())
        .isEqualTo(summary.models().get(0).chosen().orElseThrow().metric().orElseThrow());
    assertThat(tuning.resolve(manifest.at("/runs/0").asText())).isDirectory();
    try (Stream<Path> files = Files.walk(tuning)) {
      assertThat(files.map(it -> it.getFileName().toString()))
          .noneMatch(it -> it.endsWith(".tmp") || it.startsWith("epoch-"));
    }
  }

  @Test
  void stopsMostTrialsEarlyAndNeverTheDefaults() {
    TuningSummary summary =
        harness.tune(harness.config("trials = 10, scheduler = asha, searcher = random", WALKING));

    List<Trial> trials = summary.models().get(0).trials();
    assertThat(trials).hasSize(10);
    assertThat(trials.get(0).status()).isEqualTo(Trial.Status.DONE);
    assertThat(trials.get(0).epochs()).isEqualTo(12);
    assertThat(trials.stream().filter(it -> it.status() == Trial.Status.STOPPED))
        .hasSizeBetween(6, 8)
        .allMatch(it -> it.epochs() == 1 || it.epochs() == 3)
        .anyMatch(it -> it.epochs() == 3);
    assertThat(summary.models().get(0).epochs()).isLessThan(10 * 12 / 2);
    assertThat(summary.models().get(0).chosen().orElseThrow().status())
        .isEqualTo(Trial.Status.DONE);
  }

  @Test
  void modelsWithoutEpochsComeToTheirEndUnderAsha() {
    TuningSummary summary = harness.tune(harness.config("trials = 6, scheduler = asha", NEAR));

    assertThat(summary.models().get(0).trials())
        .hasSize(6)
        .allMatch(it -> it.status() == Trial.Status.DONE && it.epochs() == 0);
  }

  @Test
  void parallelTrialsChangeNothing() {
    for (String tune :
        List.of(
            "trials = 12, searcher = random",
            "trials = 12, searcher = grid, grid.steps = 4",
            "trials = 12, tpe.startup = 3",
            "trials = 12, tpe.startup = 3, scheduler = asha, batch = 3")) {
      TuningConfig config = harness.config(tune, NEAR + "," + WALKING);
      TuningSummary alone = harness.tune(config, 1, "alone");
      TuningSummary together = harness.tune(config, 3, "together");
      assertThat(TuningHarness.results(together))
          .as(tune)
          .isEqualTo(TuningHarness.results(alone))
          .hasSize(tune.contains("grid") ? 16 : 24);
    }
  }

  @Test
  void failuresAreRecordedAndDoNotEndTheTuning() throws IOException {
    TuningSummary summary =
        harness.tune(
            harness.config(
                "trials = 5, searcher = grid",
                "{ name = near, options { mode { choice = [plain, broken] }, at { choice = [3, 4] } } },"
                    + " { name = near, label = none, options { mode = broken } }"));

    ModelTuning near = summary.models().get(0);
    assertThat(near.trials())
        .extracting(Trial::status)
        .containsExactly(
            Trial.Status.DONE,
            Trial.Status.DONE,
            Trial.Status.FAILED,
            Trial.Status.DONE,
            Trial.Status.FAILED);
    assertThat(near.trials().get(2).failure().orElseThrow().message())
        .startsWith("model \"near\" diverged in epoch 2: the loss of batch 17 is NaN");
    assertThat(Files.readString(summary.folder().resolve("trials.csv")))
        .contains("near,3,failed,,0,", "diverged in epoch 2");
    assertThat(summary.models().get(1).chosen()).isEmpty();
    assertThat(summary.anyFailed()).isTrue();
    assertThat(summary.leaderboard().orElseThrow().models())
        .as("a model without any trial is left out")
        .extracting(it -> it.label())
        .containsExactly("near");
  }

  @Test
  void withoutAnyTrialThereIsNoRun() {
    TuningSummary summary =
        harness.tune(harness.config("", "{ name = near, options { mode = broken } }"));

    assertThat(summary.runs()).isEmpty();
    assertThat(summary.anyFailed()).isTrue();
  }

  @Test
  void smallSpacesEndTheSearchBeforeTheBudget() {
    for (String searcher : List.of("grid", "random", "tpe")) {
      TuningSummary summary =
          harness.tune(
              harness.config(
                  "trials = 30, tpe.startup = 2, searcher = " + searcher,
                  "{ name = near, options { size { range = [11, 15] } } }"),
              1,
              searcher);

      assertThat(summary.models().get(0).trials())
          .as("the defaults, 11, 12, 14 and 15, for 13 is refused")
          .hasSize(5)
          .extracting(Trial::options)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void epochsAndSecondsEndASearch() {
    TuningSummary epochs =
        harness.tune(
            harness.config(
                "trials = 20, batch = 2, epochs = 25, searcher = random, unequal { \"w 2\" { epochs ="
                    + " 1 } }",
                WALKING + "," + WALKING.replace("walking,", "walking, label = \"w 2\",")),
            1,
            "epochs");
    assertThat(epochs.models().get(0).trials())
        .as("twelve epochs a trial, two trials a round")
        .hasSize(4);
    assertThat(epochs.models().get(1).trials()).hasSize(2);

    TuningSummary seconds =
        harness.tune(
            harness.config("trials = 20, batch = 3, seconds = 1e-9, searcher = random", NEAR),
            1,
            "seconds");
    assertThat(seconds.models().get(0).trials()).hasSize(3);
  }

  @Test
  void anotherMetricThanThatOfEarlyStopping() {
    TuningSummary summary =
        harness.tune(
            harness.config("trials = 3, metric = \"recall@3\", scheduler = asha", WALKING));

    Trial first = summary.models().get(0).trials().get(0);
    assertThat(summary.metric()).isEqualTo("Recall@3 of the validation part");
    assertThat(first.curve()).hasSize(12);
    assertThat(first.curve().values())
        .extracting(it -> it.value())
        .contains(first.metric().orElseThrow());
  }

  @Test
  void withoutPatienceModelsAreMeasuredAtTheirEnd() {
    TuningSummary summary =
        harness.tune(
            harness.config(
                "trials = 4, scheduler = asha",
                "{ name = walking, options { patience = 0, step { range = [0.1, 0.9] } } }"));

    assertThat(summary.models().get(0).trials())
        .hasSize(4)
        .allMatch(it -> it.status() == Trial.Status.DONE && it.curve().isEmpty());
  }

  @Test
  void withoutValidationPartTuningIsRefused() {
    TuningConfig config = harness.config("trials = 3", NEAR, "experiment.split.validation=false");

    assertThatThrownBy(() -> harness.tune(config))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessage(
            "experiment.split: leaves nobody to be evaluated on a validation part, and trials are"
                + " compared on that alone: give the split a validation part, or, to compare them on"
                + " the test part, which makes its numbers too good, say"
                + " experiment.tune.allow-test = true");
    assertThat(folder.resolve("runs")).isEmptyDirectory();
  }

  @Test
  void theTestPartIsLookedAtWhereTheFileInsists() throws IOException {
    TuningSummary summary =
        harness.tune(
            harness.config(
                "trials = 3, allow-test = true", NEAR, "experiment.split.validation=false"));

    assertThat(summary.onTest()).isTrue();
    assertThat(summary.metric()).isEqualTo("nDCG@5 of the test part");
    assertThat(summary.warnings()).anyMatch(it -> it.startsWith("trials are compared on the test"));
    double test = summary.leaderboard().orElseThrow().models().get(0).metrics().get("ndcg@5");
    assertThat(summary.models().get(0).chosen().orElseThrow().metric()).hasValue(test);
    assertThat(
            TuningHarness.json(summary.folder().resolve("tuning.json")).get("measured-on").asText())
        .isEqualTo("test");
  }

  /** The flag changes nothing where there is a validation part. */
  @Test
  void theTestPartIsNotLookedAtWhereThereIsAValidationPart() {
    TuningSummary summary = harness.tune(harness.config("trials = 2, allow-test = true", NEAR));

    assertThat(summary.onTest()).isFalse();
    assertThat(summary.warnings()).noneMatch(it -> it.contains("test part"));
  }

  @Test
  void whatIsFinishedIsNotGoneOnWith() {
    TuningSummary summary = harness.tune(harness.config("trials = 2", NEAR));

    assertThat(UnfinishedTuning.open(summary.folder(), harness.plugins))
        .isEqualTo(Optional.empty());
    assertThatThrownBy(() -> UnfinishedTuning.open(folder, harness.plugins))
        .isInstanceOf(UnusableRunException.class)
        .hasMessage(folder + " is no folder of a tuning: there is no tuning.json in it");
  }
}
