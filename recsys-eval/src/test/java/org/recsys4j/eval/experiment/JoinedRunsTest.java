package org.recsys4j.eval.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.eval.statistics.MetricComparison.Verdict;
import org.recsys4j.eval.statistics.Replications;
import org.recsys4j.eval.statistics.Resampling;

class JoinedRunsTest {
  @TempDir Path folder;
  private Harness harness;

  @BeforeEach
  void harness() {
    harness = new Harness(folder);
  }

  private Path run(String models, String... overrides) {
    return harness.run(harness.config(models, overrides)).folder();
  }

  private static JoinedRuns join(Path... runs) {
    return join(Optional.empty(), runs);
  }

  private static JoinedRuns join(Optional<String> baseline, Path... runs) {
    try (Workers workers = new Workers(1)) {
      return JoinedRuns.of(
          Arrays.stream(runs).map(SavedResults::open).toList(),
          baseline,
          new Resampling(1_000, 1, 0.95, workers));
    }
  }

  @Test
  void differentModelsStandInOneTable() {
    JoinedRuns joined = join(run("noise"), run("epochs, throwing"));

    assertThat(joined.leaderboard().models())
        .extracting(ModelResult::label)
        .containsExactlyInAnyOrder("noise", "epochs", "throwing");
    assertThat(joined.leaderboard().models().get(2).failed()).isTrue();
    assertThat(joined.leaderboard().comparison().orElseThrow().comparesModels()).isTrue();
    assertThat(joined.changes()).isEmpty();
    assertThat(joined.rows()).allSatisfy(it -> assertThat(it.replications()).isEmpty());
  }

  @Test
  void oneRunComesToWhatItSaysItself() {
    Path run = run("noise, epochs", "experiment.evaluate.resamples=1000");
    SavedResults saved = SavedResults.open(run);
    try (Workers workers = new Workers(1)) {
      Resampling how =
          new Resampling(1_000, saved.comparison().orElseThrow().seed(), 0.95, workers);
      // Rows are in the order of the leaderboard, so pairs may be the other way round.
      assertThat(
              JoinedRuns.of(List.of(saved), Optional.empty(), how)
                  .leaderboard()
                  .comparison()
                  .orElseThrow()
                  .metric("recall@5")
                  .orElseThrow()
                  .comparisons())
          .isEqualTo(
              saved.comparison().orElseThrow().metric("recall@5").orElseThrow().comparisons());
    }
    assertThat(saved.seed()).isEqualTo(42);
    assertThat(saved.users("noise")).startsWith("user 0");
    assertThat(saved.perUser("noise", "ndcg@5").orElseThrow()).hasSameSizeAs(saved.users("noise"));
    assertThat(saved.perUser("noise", "coverage@5")).isEmpty();
  }

  @Test
  void seedsOfOneModelAreOneRowWithItsVariance() throws IOException {
    Path one = run("noise, epochs");
    Path two = run("noise, epochs", "experiment.seed=7");
    Path three = run("noise, epochs", "experiment.seed=8");
    JoinedRuns joined = join(one, two, three);

    assertThat(joined.leaderboard().models()).hasSize(2);
    assertThat(joined.changes()).isEmpty();
    JoinedRuns.Row noise =
        joined.rows().stream().filter(it -> it.label().equals("noise")).findFirst().orElseThrow();
    assertThat(noise.name()).isEqualTo("noise");
    assertThat(noise.seeds()).containsExactly(42L, 7L, 8L);
    Replications ndcg = noise.replications().get("ndcg@5");
    List<Double> means = new ArrayList<>();
    for (Path run : List.of(one, two, three)) {
      means.add(
          Harness.json(run.resolve("models/noise/metrics.json")).at("/metrics/ndcg@5").asDouble());
    }
    double mean = means.stream().mapToDouble(it -> it).average().orElseThrow();
    double squares = means.stream().mapToDouble(it -> (it - mean) * (it - mean)).sum();
    assertThat(ndcg.mean()).isCloseTo(mean, within(1e-12));
    assertThat(ndcg.deviation()).isCloseTo(Math.sqrt(squares / 2), within(1e-12));
    assertThat(ndcg.sameUsers()).isTrue();
    assertThat(
            joined.leaderboard().models().stream()
                .filter(it -> it.label().equals("noise"))
                .findFirst()
                .orElseThrow()
                .metrics()
                .get("ndcg@5"))
        .isCloseTo(mean, within(1e-12));
  }

  /** The numbers of a run become perfect, as if a better model had had that label. */
  private static void perfect(Path run, String label) throws IOException {
    Path file = run.resolve("models").resolve(label).resolve("per-user.csv.gz");
    StringBuilder rows = new StringBuilder("user,ndcg@5,recall@5\n");
    List<String> before = Harness.gzipLines(file);
    for (String row : before.subList(1, before.size())) {
      rows.append(row, 0, row.indexOf(',')).append(",1,1\n");
    }
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(rows.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void whatBecameWorseIsARegression() throws IOException {
    Path before = run("epochs");
    perfect(before, "epochs");
    Path after = run("epochs");
    JoinedRuns worse = join(before, after);

    assertThat(worse.rows())
        .extracting(JoinedRuns.Row::name)
        .containsExactly("epochs (run 1)", "epochs (run 2)");
    assertThat(worse.changes()).hasSize(2);
    JoinedRuns.Change change = worse.changes().get(0);
    assertThat(change.before()).isEqualTo("epochs (run 1)");
    assertThat(change.after()).isEqualTo("epochs (run 2)");
    assertThat(change.verdict()).isEqualTo(Verdict.WORSE);
    assertThat(worse.regressions()).hasSize(2);
    JoinedRuns better = join(after, before);
    assertThat(better.regressions()).isEmpty();
    assertThat(better.changes())
        .allSatisfy(it -> assertThat(it.verdict()).isEqualTo(Verdict.BETTER));
    assertThat(better.changes().get(0).difference().difference())
        .isEqualTo(-change.difference().difference());

    Path out = folder.resolve("joined");
    assertThat(JoinedRunsFiles.write(worse, out)).hasSize(6);
    JsonNode json = Harness.json(out.resolve("runs.json"));
    assertThat(json.at("/changes/0/verdict").asText()).isEqualTo("worse");
    assertThat(json.at("/changes/0/difference/randomisation/holm").asDouble()).isLessThan(0.05);
    assertThat(json.at("/rows/1/runs/0").asInt()).isEqualTo(2);
    assertThat(ComparisonFile.read(out)).isEqualTo(worse.leaderboard().comparison());
  }

  @Test
  void theSameSeedAgainIsNoReplication() {
    JoinedRuns joined = join(run("noise"), run("noise"));
    assertThat(joined.rows()).hasSize(2);
    assertThat(joined.changes())
        .allSatisfy(it -> assertThat(it.verdict()).isEqualTo(Verdict.OPEN))
        .allSatisfy(it -> assertThat(it.difference().randomisation().p()).isEqualTo(1));
    JoinedRuns options =
        join(run("noise"), run("{ name = noise, options { scale = 2 } }", "experiment.seed=7"));
    assertThat(options.rows()).as("other options").hasSize(2);
  }

  @Test
  void otherProtocolsAreRefusedWithTheFirstDifference() {
    Path first = run("noise");
    String begin = " cannot be compared with " + first + ": they differ in ";
    assertRefused(first, begin + "the mask, \"train-and-validation\" and \"none\"", "mask=none");
    assertRefused(first, begin + "the history, \"train\" and", "history=train-and-validation");
    assertRefused(first, begin + "what happens to cold items", "cold-items=remove");
    assertRefused(first, begin + "the candidates, ", "candidates.some.count=5");
    assertRefused(first, begin + "the metrics, ", "metrics=[\"ndcg@5\"]");
    Path prepared = run("noise", "experiment.data.prepare=[{first-users{users=20}}]");
    assertThatThrownBy(() -> join(first, prepared))
        .isInstanceOf(UnusableRunException.class)
        .hasMessageContaining(begin + "the preparation, ");
    Path data = run("noise", "experiment.data.source={name=grid,options{users=29}}");
    assertThatThrownBy(() -> join(first, data))
        .hasMessageContaining(begin + "the data (SHA-256 of the events), ");
    Path split = run("noise", "experiment.split.validation=false");
    assertThatThrownBy(() -> join(first, split))
        .hasMessageContaining(
            begin + "the split, {\"strategy\":\"every-fifth\",\"validation\":true");
  }

  private void assertRefused(Path first, String message, String override) {
    Path other = run("noise", "experiment.evaluate." + override);
    assertThatThrownBy(() -> join(first, other))
        .isInstanceOf(UnusableRunException.class)
        .hasMessageStartingWith(other.toString())
        .hasMessageContaining(message);
  }

  @Test
  void unusableRunsAndNamesAreTold() throws IOException {
    Path run = run("noise, epochs");
    assertThatThrownBy(() -> join(Optional.of("nois"), run))
        .isInstanceOf(UnusableRunException.class)
        .hasMessageStartingWith("no model \"nois\"; there are: ");
    assertThat(join(Optional.of("noise"), run).leaderboard().comparison().orElseThrow().metrics())
        .allSatisfy(it -> assertThat(it.reference()).isEqualTo("noise"));
    Files.writeString(run.resolve("leaderboard.json"), "{\"models\": []}");
    assertThatThrownBy(() -> SavedResults.open(run))
        .isInstanceOf(UnusableRunException.class)
        .hasMessageEndingWith("it was left by an older version, run it anew");
    Files.delete(run.resolve("leaderboard.json"));
    assertThatThrownBy(() -> SavedResults.open(run))
        .hasMessageEndingWith("leaderboard.json: no such file or folder");
  }
}
