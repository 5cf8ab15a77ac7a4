package org.recsys4j.eval.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.eval.statistics.Comparison;
import org.recsys4j.eval.statistics.Interval;
import org.recsys4j.eval.statistics.MeanEstimate;
import org.recsys4j.eval.statistics.MetricComparison;
import org.recsys4j.eval.statistics.ModelComparer;
import org.recsys4j.eval.statistics.Resampling;

/** What a run says of its models, and how tables show it. */
class ComparisonTest {
  private static final String MODELS = "noise, epochs, { name = noise, label = other }";

  @TempDir Path folder;
  private Harness harness;

  @BeforeEach
  void harness() {
    harness = new Harness(folder);
  }

  @Test
  void runsCompareTheirModels() throws IOException {
    RunSummary summary = harness.run(harness.config(MODELS));

    Comparison comparison = summary.leaderboard().comparison().orElseThrow();
    assertThat(ComparisonFile.read(summary.folder())).contains(comparison);
    assertThat(comparison.draws()).isEqualTo(10_000);
    assertThat(comparison.chosenByData()).isTrue();
    assertThat(comparison.metrics())
        .extracting(MetricComparison::key)
        .as("users have no coverage")
        .containsExactly("ndcg@5", "recall@5");
    MetricComparison ndcg = comparison.metric("ndcg@5").orElseThrow();
    assertThat(ndcg.reference()).isEqualTo(summary.leaderboard().models().get(0).label());
    assertThat(ndcg.comparisons()).hasSize(2);
    assertThat(ndcg.pairs()).hasSize(3);
    assertThat(comparison.metric("recall@5").orElseThrow().pairs()).hasSize(3);
    for (ModelResult model : summary.leaderboard().models()) {
      MeanEstimate estimate = ndcg.estimate(model.label()).orElseThrow();
      assertThat(estimate.mean()).isCloseTo(model.metrics().get("ndcg@5"), within(1e-12));
      assertThat(estimate.users()).isEqualTo(summary.setting().users().evaluated());
      Interval interval = summary.leaderboard().interval(model.label(), "ndcg@5").orElseThrow();
      JsonNode json = statistics(summary, model.label());
      assertThat(json.at("/ndcg@5/low").asDouble()).isEqualTo(interval.low());
      assertThat(json.has("coverage@5")).isFalse();
      assertThat(json.at("/ndcg@5").has("p")).isEqualTo(!model.label().equals(ndcg.reference()));
    }
  }

  private static JsonNode statistics(RunSummary summary, String label) throws IOException {
    for (JsonNode model :
        Harness.json(summary.folder().resolve("leaderboard.json")).get("models")) {
      if (model.get("label").asText().equals(label)) {
        return model.get("statistics");
      }
    }
    throw new IOException("no model " + label);
  }

  @Test
  void comparisonsAreEqualForAnyNumberOfThreads() throws IOException {
    ExperimentConfig config = harness.config(MODELS, "experiment.evaluate.resamples=1001");
    Path one = harness.run(config, 1).folder();
    Path three = harness.run(config, 3).folder();

    for (String file : List.of("comparison.json", "leaderboard.tex")) {
      assertThat(three.resolve(file)).hasSameBinaryContentAs(one.resolve(file));
    }
  }

  @Test
  void aBaselineIsComparedWith() {
    RunSummary summary = harness.run(harness.config(MODELS, "experiment.evaluate.baseline=other"));

    Comparison comparison = summary.leaderboard().comparison().orElseThrow();
    assertThat(comparison.chosenByData()).isFalse();
    assertThat(comparison.metrics())
        .allSatisfy(it -> assertThat(it.reference()).isEqualTo("other"));
    assertThat(summary.leaderboard().protocol())
        .as("who is compared with whom is no part of the protocol")
        .isEqualTo(harness.run(harness.config("noise")).leaderboard().protocol());
  }

  @Test
  void aBaselineThatFailedIsToldOf() {
    RunSummary summary =
        harness.run(
            harness.config("noise, epochs, throwing", "experiment.evaluate.baseline=throwing"));

    String warning = "the baseline \"throwing\" failed: models are compared with the best";
    assertThat(summary.warnings()).contains(warning);
    assertThat(harness.notices).contains(warning);
    assertThat(summary.leaderboard().comparison().orElseThrow().chosenByData()).isTrue();
    assertThat(harness.goOn(summary.folder()).warnings()).containsOnlyOnce(warning);
  }

  @Test
  void anUnknownBaselineIsRefused() {
    assertThatThrownBy(() -> harness.config(MODELS, "experiment.evaluate.baseline=nois"))
        .hasMessageContaining(
            "experiment.evaluate.baseline: no model has the label \"nois\"; labels: noise");
    assertThatThrownBy(() -> harness.config(MODELS, "experiment.evaluate.resamples=10"))
        .hasMessageContaining("experiment.evaluate.resamples: 10");
  }

  @Test
  void aSingleModelHasIntervalsAlone() throws IOException {
    RunSummary summary = harness.run(harness.config("noise"));

    Comparison comparison = summary.leaderboard().comparison().orElseThrow();
    assertThat(comparison.comparesModels()).isFalse();
    assertThat(Files.readString(summary.folder().resolve("leaderboard.md")))
        .containsPattern("\\| noise \\| 0\\.\\d{4} \\[0\\.\\d{4}, 0\\.\\d{4}] \\| ")
        .contains("95 % bootstrap intervals (BCa) over users, 10,000 draws.\n")
        .doesNotContain("**", "\\*");
  }

  @Test
  void damagedFilesAreRefused() throws IOException {
    Path run = harness.run(harness.config(MODELS)).folder();
    Path file = run.resolve("comparison.json");
    Files.writeString(file, Files.readString(file).substring(0, 300));

    assertThatThrownBy(() -> ComparisonFile.read(run))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("comparison.json is damaged: ");
    assertThat(ComparisonFile.read(folder)).isEmpty();
  }

  /** Models a and b on 40 users: b is always behind by a little more than nothing. */
  private static Leaderboard board() {
    double[] a = new double[40];
    double[] b = new double[40];
    for (int user = 0; user < a.length; user++) {
      a[user] = user / 50.0;
      b[user] = a[user] - 0.1 - user % 2 / 100.0;
    }
    List<Leaderboard.Column> metrics = List.of(new Leaderboard.Column("m@1", "M_1", true));
    List<ModelResult> models = List.of(result("[b] 100% & {more}", 0.285), result("a | b", 0.39));
    try (Workers workers = new Workers(1)) {
      Resampling how = new Resampling(1_000, 1, 0.95, workers);
      MetricComparison compared =
          new ModelComparer(how, Optional.empty())
              .compare(
                  "m@1",
                  "M_1",
                  true,
                  List.of("[b] 100% & {more}", "a | b"),
                  new double[][] {b, a},
                  true);
      return new Leaderboard("0123456789abcdef", metrics, models)
          .with(new Comparison(1_000, 1, 0.95, 0.05, true, List.of(compared)));
    }
  }

  private static ModelResult result(String label, double value) {
    return new ModelResult(
        label, "m", label, java.util.Map.of("m@1", value), 0, 1, 1, 1, 1, Optional.empty());
  }

  @Test
  void tablesMarkWhatIsSignificant() throws IOException {
    Leaderboard board = board();
    Path out = folder.resolve("out");
    assertThat(LeaderboardFiles.write(board, out)).hasSize(5);
    assertThat(Harness.files(out))
        .containsExactly(
            "comparison.json",
            "leaderboard.csv",
            "leaderboard.json",
            "leaderboard.md",
            "leaderboard.tex");
    String markdown = Files.readString(out.resolve("leaderboard.md"));
    assertThat(markdown)
        .containsPattern(
            "\\| a \\\\\\| b \\| \\*\\*0\\.3900\\*\\* \\[0\\.\\d{4}, 0\\.\\d{4}] \\| 1\\.0 \\|")
        .containsPattern("\\| 0\\.2850\\\\\\* \\[0\\.\\d{4}, 0\\.\\d{4}] \\| 1\\.0 \\|")
        .contains(
            "\\* differs from the best of its column: paired randomisation test over users,"
                + " two-sided, Holm's correction over 1 comparison, p < 0.05.\n")
        .containsPattern("40 users show a true difference in M_1 of 0\\.\\d{4} four times");
    String csv = Files.readString(out.resolve("leaderboard.csv"));
    assertThat(csv.lines().findFirst().orElseThrow()).endsWith(",failure,m@1 low,m@1 high,m@1 p");
    String latex = Files.readString(out.resolve("leaderboard.tex"));
    assertThat(latex)
        .contains("\\toprule", "\\midrule", "\\bottomrule", "model & M\\_1 \\\\")
        .containsPattern(
            "a \\\\textbar\\{} b & \\\\textbf\\{0\\.3900}\\\\recsysinterval\\{0\\.\\d{4}}\\{0\\.\\d{4}} ")
        .contains("{[}b] 100\\% \\& \\{more\\} & 0.2850$^{*}$\\recsysinterval{");
  }
}
