package org.recsys4j.eval.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recsys4j.api.config.InvalidConfigException;

/** A run on sampled candidates says so wherever a number stands. */
class SampledCandidatesTest {
  private static final String SOME = "experiment.evaluate.candidates.some.count=4";

  @TempDir private Path folder;
  private Harness harness;

  @BeforeEach
  void harness() {
    harness = new Harness(folder);
  }

  private RunSummary run(String models, String... overrides) {
    return harness.run(harness.config(models, overrides));
  }

  @Test
  void everyNameOfAMetricNamesTheSampler() throws IOException {
    RunSummary summary = run("epochs", SOME);

    Path run = summary.folder();
    assertThat(summary.leaderboard().metrics())
        .extracting(Leaderboard.Column::label)
        .containsExactly("nDCG@5[some-4]", "Recall@5[some-4]", "Coverage@5[some-4]");
    assertThat(Harness.json(run.resolve("leaderboard.json")).at("/models/0/metrics").fieldNames())
        .toIterable()
        .containsExactly("ndcg@5[some-4]", "recall@5[some-4]", "coverage@5[some-4]");
    assertThat(Files.readString(run.resolve("leaderboard.csv")))
        .startsWith("label,model,ndcg@5[some-4],recall@5[some-4],coverage@5[some-4],fit-seconds");
    assertThat(Files.readString(run.resolve("leaderboard.md"))).startsWith("| model | nDCG@5[some");
    assertThat(Harness.gzipLines(run.resolve("models/epochs/per-user.csv.gz")).get(0))
        .isEqualTo("user,ndcg@5[some-4],recall@5[some-4]");
    assertThat(Files.readString(run.resolve("models/epochs/metrics.json")))
        .contains("ndcg@5[some-4]");
    assertThat(summary.setting().earlyStopping()).contains("nDCG@10");
  }

  @Test
  void whatWasRankedStandsInTheSummaryAndTheManifest() throws IOException {
    RunSummary summary = run("noise", SOME);

    String words =
        "sampled, some-4: 5 to 6 of 20 items a user; these metrics are not comparable with those on"
            + " all items";
    assertThat(summary.setting().candidates()).isEqualTo(words);
    JsonNode manifest = Harness.json(summary.folder().resolve("manifest.json"));
    assertThat(manifest.at("/setting/candidates").asText()).isEqualTo(words);
    assertThat(manifest.at("/configuration/experiment/evaluate/candidates/options/count").asInt())
        .isEqualTo(4);
    assertThat(run("noise").setting().candidates()).isEqualTo("all 20 items");
  }

  @Test
  void theProtocolIdDependsOnThePolicy() {
    String all = run("noise").leaderboard().protocol();
    String four = run("noise", SOME).leaderboard().protocol();
    String three =
        run("noise", "experiment.evaluate.candidates.some.count=3").leaderboard().protocol();
    assertThat(Set.of(all, four, three)).hasSize(3);
    assertThat(run("noise, epochs", SOME).leaderboard().protocol()).isEqualTo(four);
    assertThat(run("noise", "experiment.evaluate.candidates=all").leaderboard().protocol())
        .isEqualTo(all);
  }

  @Test
  void allModelsRankTheSameItems() throws IOException {
    Path run = run("noise, { name = noise, label = other }", SOME).folder();

    Map<String, Set<String>> noise = ranked(run.resolve("models/noise/run.trec.gz"));
    assertThat(noise).hasSize(25);
    // Deeper than the longest list: whole lists, without what the mask takes out.
    assertThat(noise.values()).allSatisfy(items -> assertThat(items).hasSizeLessThanOrEqualTo(6));
    Map<String, Set<String>> other = ranked(run.resolve("models/other/run.trec.gz"));
    noise.forEach(
        (user, items) -> {
          if (items.size() < 5) {
            assertThat(other.get(user)).as(user).isEqualTo(items);
          }
        });
  }

  private static Map<String, Set<String>> ranked(Path file) throws IOException {
    Map<String, Set<String>> items = new HashMap<>();
    for (String line : Harness.gzipLines(file)) {
      List<String> cells = List.of(line.split(" ", -1));
      items.computeIfAbsent(cells.get(0), user -> new HashSet<>()).add(cells.get(2));
    }
    return items;
  }

  @Test
  void theResolvedExperimentRunsAgain() throws IOException {
    RunSummary first = run("noise", SOME);
    ExperimentConfig again =
        ExperimentReader.read(
            first.folder().resolve("experiment.json"), List.of(), harness.plugins);

    RunSummary second = harness.run(again);

    assertThat(second.leaderboard().protocol()).isEqualTo(first.leaderboard().protocol());
    assertThat(second.leaderboard().models().get(0).metrics())
        .isEqualTo(first.leaderboard().models().get(0).metrics());
  }

  @Test
  void recommendationsAreOutOfAllItems() {
    Path run = run("noise", SOME).folder();
    List<Recommendation> items =
        SavedRun.open(run, harness.plugins).recommend("noise", "user 3", 8);
    assertThat(items).hasSize(8);
  }

  @Test
  void unknownPoliciesAndOptionsAreRefused() {
    assertThatThrownBy(() -> run("noise", "experiment.evaluate.candidates=som"))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining(
            "experiment.evaluate.candidates: no candidate policy \"som\"; did you mean \"some\"?"
                + " known: some, all");
    assertThatThrownBy(() -> run("noise", "experiment.evaluate.candidates.some.count=-1"))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining("experiment.evaluate.candidates.some.count: -1 is not");
  }
}
