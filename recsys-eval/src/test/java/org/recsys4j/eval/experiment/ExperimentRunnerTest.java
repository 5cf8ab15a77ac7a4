package org.recsys4j.eval.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.store.ModelReader;

class ExperimentRunnerTest {
  @TempDir Path folder;
  private Harness harness;

  @BeforeEach
  void harness() {
    harness = new Harness(folder);
  }

  @Test
  void leavesEveryFileOfARun() throws IOException {
    RunSummary summary = harness.run(harness.config("noise, epochs"));

    String id = summary.leaderboard().protocol();
    assertThat(summary.folder().getFileName())
        .hasToString("fake-" + id.substring(0, 8) + "-20260203-040506");
    assertThat(Harness.files(summary.folder()))
        .containsExactly(
            "comparison.json",
            "experiment.json",
            "leaderboard.csv",
            "leaderboard.json",
            "leaderboard.md",
            "leaderboard.tex",
            "manifest.json",
            "models/epochs/metrics.json",
            "models/epochs/model.npz",
            "models/epochs/per-user.csv.gz",
            "models/epochs/run.trec.gz",
            "models/epochs/training.csv",
            "models/noise/metrics.json",
            "models/noise/model.npz",
            "models/noise/per-user.csv.gz",
            "models/noise/run.trec.gz",
            "models/noise/training.csv",
            "split/key.txt");
    assertThat(Harness.files(folder.resolve("runs"))).hasSize(18);
    assertThat(summary.anyFailed()).isFalse();
    assertThat(harness.notices).containsExactly("the grid is made up");
  }

  @Test
  void leaderboardFollowsItsSchema() throws IOException {
    RunSummary summary = harness.run(harness.config("noise, epochs"));

    JsonNode board = Harness.json(summary.folder().resolve("leaderboard.json"));
    assertThat(board.get("protocol").asText()).matches("[0-9a-f]{16}");
    assertThat(board.get("models")).hasSize(2);
    for (JsonNode model : board.get("models")) {
      assertThat(model.fieldNames())
          .toIterable()
          .containsExactly(
              "label",
              "model",
              "metrics",
              "fit-seconds",
              "evaluate-seconds",
              "parameters",
              "peak-memory-bytes",
              "statistics");
      assertThat(model.get("metrics").fieldNames())
          .toIterable()
          .containsExactly("ndcg@5", "recall@5", "coverage@5");
      assertThat(model.get("metrics").get("ndcg@5").isDouble()).isTrue();
      assertThat(model.get("parameters").asLong()).isEqualTo(20);
      assertThat(model.get("peak-memory-bytes").asLong()).isPositive();
    }
    double first = board.at("/models/0/metrics/ndcg@5").asDouble();
    assertThat(first).isGreaterThanOrEqualTo(board.at("/models/1/metrics/ndcg@5").asDouble());
  }

  @Test
  void perUserNumbersAverageToTheMetric() throws IOException {
    RunSummary summary = harness.run(harness.config("noise"));

    List<String> rows = Harness.gzipLines(summary.folder().resolve("models/noise/per-user.csv.gz"));
    assertThat(rows.get(0)).isEqualTo("user,ndcg@5,recall@5");
    int users = summary.setting().users().evaluated();
    assertThat(rows).hasSize(users + 1);
    double sum = 0;
    for (String row : rows.subList(1, rows.size())) {
      sum += Double.parseDouble(row.split(",", -1)[1]);
    }
    assertThat(sum / users)
        .isCloseTo(summary.leaderboard().models().get(0).metrics().get("ndcg@5"), within(1e-12));
  }

  @Test
  void listsAreATrecRunOfUnseenItemsInFallingOrder() throws IOException {
    RunSummary summary = harness.run(harness.config("noise"));

    List<String> lines = Harness.gzipLines(summary.folder().resolve("models/noise/run.trec.gz"));
    assertThat(lines).hasSize(5 * summary.setting().users().evaluated());
    Set<String> pairs = new HashSet<>();
    double last = 0;
    for (String line : lines) {
      String[] cells = line.split(" ", -1);
      assertThat(cells).hasSize(6);
      assertThat(cells[0]).matches("user%20\\d+");
      assertThat(cells[1]).isEqualTo("Q0");
      assertThat(cells[5]).isEqualTo("noise");
      assertThat(pairs.add(cells[0] + " " + cells[2])).isTrue();
      double score = Double.parseDouble(cells[4]);
      if (!cells[3].equals("1")) {
        assertThat(score).isLessThan(last);
      }
      last = score;
    }
  }

  @Test
  void epochsAndValidationStandInTheTrainingCurve() throws IOException {
    RunSummary summary = harness.run(harness.config("epochs"));

    List<String> rows = Files.readAllLines(summary.folder().resolve("models/epochs/training.csv"));
    assertThat(rows).hasSize(4);
    assertThat(rows.get(0)).isEqualTo("epoch,loss,validation,examples,seconds,examples-per-second");
    assertThat(rows.get(2)).matches("2,0\\.5,0\\.\\d+,7,0\\.5,14");
    assertThat(summary.setting().earlyStopping()).contains("nDCG@10");
  }

  @Test
  void withoutValidationPartNothingIsValidated() throws IOException {
    RunSummary summary = harness.run(harness.config("epochs", "experiment.split.validation=false"));

    List<String> rows = Files.readAllLines(summary.folder().resolve("models/epochs/training.csv"));
    assertThat(rows.get(1)).isEqualTo("1,1.0,,7,0.5,14");
    assertThat(summary.setting().earlyStopping()).isEmpty();
  }

  @Test
  void failingModelsDoNotKeepOthersFromFinishing() throws IOException {
    RunSummary summary =
        harness.run(harness.config("nan, diverging, throwing, { name = noise, label = last }"));

    assertThat(summary.anyFailed()).isTrue();
    assertThat(summary.leaderboard().models())
        .extracting(ModelResult::label)
        .containsExactly("last", "nan", "diverging", "throwing");
    JsonNode board = Harness.json(summary.folder().resolve("leaderboard.json"));
    List<String> failures = new ArrayList<>();
    board.get("models").forEach(model -> failures.add(model.path("failure").asText()));
    assertThat(failures.get(0)).isEmpty();
    assertThat(failures.get(1)).contains("\"nan\"", "NaN", "user", "i3");
    assertThat(failures.get(2)).contains("\"diverging\"", "epoch 2");
    assertThat(failures.get(3))
        .isEqualTo(
            "model \"throwing\" failed: IllegalStateException: no luck;"
                + " because of ArithmeticException: / by zero");
    assertThat(harness.notices.subList(1, 4)).isEqualTo(failures.subList(1, 4));
    assertThat(summary.folder().resolve("models/throwing/failure.txt"))
        .content()
        .contains("at org.recsys4j.eval.experiment.FakeModels");
    assertThat(Files.readAllLines(summary.folder().resolve("models/diverging/training.csv")))
        .containsExactly(
            "epoch,loss,validation,examples,seconds,examples-per-second", "1,0.7,,7,0.5,14");
    assertThat(summary.folder().resolve("models/nan/run.trec.gz")).doesNotExist();
    assertThat(Harness.json(summary.folder().resolve("manifest.json")).get("status").asText())
        .isEqualTo("failed");
  }

  @Test
  void filesAreEqualForAnyNumberOfThreads() throws IOException {
    ExperimentConfig config = harness.config("noise, epochs");

    Path one = harness.run(config, 1).folder();
    Path three = harness.run(config, 3).folder();

    assertThat(three.getFileName().toString()).endsWith("-2");
    for (String model : List.of("noise", "epochs")) {
      for (String file :
          List.of("metrics.json", "per-user.csv.gz", "run.trec.gz", "training.csv", "model.npz")) {
        String path = "models/" + model + "/" + file;
        assertThat(three.resolve(path)).hasSameBinaryContentAs(one.resolve(path));
      }
    }
  }

  @Test
  void addingAModelLeavesTheOthersAlone() throws IOException {
    Path alone = harness.run(harness.config("noise")).folder();
    Path together =
        harness.run(harness.config("epochs, { name = noise, label = other }, noise")).folder();

    String lists = "models/noise/run.trec.gz";
    assertThat(together.resolve(lists)).hasSameBinaryContentAs(alone.resolve(lists));
    assertThat(Harness.gzipLines(together.resolve("models/other/run.trec.gz")))
        .isNotEqualTo(Harness.gzipLines(together.resolve(lists)));
  }

  @Test
  void theResolvedExperimentCanBeRunAgain() throws IOException {
    RunSummary first =
        harness.run(
            harness.config(
                "noise, { name = noise, label = loud, options { scale = 3.5 } }",
                "experiment.evaluate.metrics=[{ name = ndcg, options { k = 5 } }]"));

    ExperimentConfig again =
        ExperimentReader.read(
            first.folder().resolve("experiment.json"), List.of(), harness.plugins);
    RunSummary second = harness.run(again);

    assertThat(second.leaderboard().protocol()).isEqualTo(first.leaderboard().protocol());
    assertThat(second.leaderboard().models())
        .extracting(it -> it.label() + it.metrics())
        .isEqualTo(
            first.leaderboard().models().stream().map(it -> it.label() + it.metrics()).toList());
  }

  @Test
  void manifestTellsWhatIsNeededToJudge() throws IOException {
    RunSummary summary =
        harness.run(
            harness.config("noise", "experiment.data.source={name=grid,options{password=hush}}"));

    JsonNode manifest = Harness.json(summary.folder().resolve("manifest.json"));
    assertThat(manifest.get("status").asText()).isEqualTo("done");
    assertThat(manifest.get("protocol").asText()).isEqualTo(summary.leaderboard().protocol());
    assertThat(manifest.get("data-checksum").asText()).matches("[0-9a-f]{64}");
    assertThat(manifest.at("/split-checksums/key.txt").asText()).hasSize(64);
    assertThat(manifest.at("/setting/data/0/events").asInt()).isEqualTo(300);
    assertThat(manifest.at("/setting/data/1/events").asInt()).isEqualTo(250);
    assertThat(manifest.at("/setting/users/evaluated").asInt()).isPositive();
    assertThat(manifest.at("/setting/leakage/test-events").asInt()).isPositive();
    assertThat(manifest.at("/seeds/models/noise").isNumber()).isTrue();
    assertThat(manifest.at("/machine/cpu").asText()).isNotEmpty();
    assertThat(manifest.at("/versions/java").asText()).isNotEmpty();
    assertThat(manifest.at("/warnings/0").asText()).isEqualTo("the grid is made up");
    assertThat(manifest.at("/models/0/status").asText()).isEqualTo("done");
    for (String file : Harness.files(summary.folder())) {
      byte[] content = Files.readAllBytes(summary.folder().resolve(file));
      assertThat(new String(content, StandardCharsets.ISO_8859_1)).doesNotContain("hush");
    }
  }

  @Test
  void emptyTestPartIsAnErrorOfTheDataAndLeavesNothing() throws IOException {
    ExperimentConfig config = harness.config("noise", "experiment.split.test=false");

    assertThatThrownBy(() -> harness.run(config))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("the test part of the split", "every-fifth");
    assertThat(folder.resolve("runs")).isEmptyDirectory();
  }

  @Test
  void nothingLeftAfterPreparationIsAnErrorOfTheData() {
    ExperimentConfig config =
        harness.config("noise", "experiment.data.prepare=[{ first-users { users = 0 } }]");

    assertThatThrownBy(() -> harness.run(config))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage("none of 300 events is left after first-users {users=0}");
  }

  /** What the manifest of its run says, so that a model which is moved elsewhere still does. */
  @Test
  void aSavedModelKnowsWhereItComesFrom() throws IOException {
    Path run = harness.run(harness.config("noise")).folder();

    JsonNode manifest = Harness.json(run.resolve("manifest.json"));
    JsonNode provenance;
    try (ModelReader model = new ModelReader(run.resolve("models/noise/model.npz"))) {
      provenance = new ObjectMapper().readTree(model.text(ModelRun.PROVENANCE));
    }
    JsonNode experiment = manifest.at("/configuration/experiment");
    assertThat(provenance.get("model").asText()).isEqualTo("noise");
    assertThat(provenance.get("options")).isEqualTo(experiment.at("/models/0/options"));
    assertThat(provenance.get("seed")).isEqualTo(manifest.at("/seeds/models/noise"));
    assertThat(provenance.get("experiment")).isEqualTo(experiment.get("name"));
    assertThat(provenance.get("protocol")).isEqualTo(manifest.get("protocol"));
    assertThat(provenance.get("data")).isEqualTo(manifest.get("data-checksum"));
    assertThat(provenance.get("prepare")).isEqualTo(experiment.at("/data/prepare"));
    assertThat(provenance.get("split")).isEqualTo(experiment.get("split"));
    assertThat(provenance.get("split-checksums"))
        .isEqualTo(manifest.get("split-checksums"))
        .isNotEmpty();
    assertThat(provenance.at("/versions/java")).isEqualTo(manifest.at("/versions/java"));
  }
}
