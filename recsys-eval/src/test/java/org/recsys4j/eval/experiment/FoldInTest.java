package org.recsys4j.eval.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run on held-out users who are known by fold-in events alone. */
class FoldInTest {
  private static final String HELD_OUT = "experiment.split.strategy=held-out-users";

  @TempDir private Path folder;
  private Harness harness;
  private RunSummary summary;

  @BeforeEach
  void run() {
    harness = new Harness(folder);
    summary = harness.run(harness.config("history, vectors", HELD_OUT));
  }

  @Test
  void theSummaryCountsEveryPart() throws IOException {
    RunSummary.Setting setting = summary.setting();
    assertThat(setting.train()).extracting(RunSummary.PartSize::events).isEqualTo(150);
    assertThat(setting.validation().users()).isEqualTo(5);
    assertThat(setting.test().events()).isEqualTo(10);
    assertThat(setting.foldIn().events()).isEqualTo(80);
    assertThat(setting.foldIn().users()).isEqualTo(10);
    assertThat(setting.leftOut()).isZero();
    assertThat(setting.users().evaluated()).isEqualTo(setting.users().foldedIn()).isEqualTo(5);
    assertThat(setting.earlyStopping()).isPresent();
    JsonNode manifest = Harness.json(summary.folder().resolve("manifest.json"));
    assertThat(manifest.at("/setting/fold-in/events").asInt()).isEqualTo(80);
  }

  @Test
  void aModelThatKnowsItsUsersAloneFailsAndSaysWhy() {
    List<ModelResult> results = summary.leaderboard().models();
    assertThat(results.get(0).label()).isEqualTo("history");
    assertThat(results.get(0).failed()).isFalse();
    assertThat(results.get(1).failure())
        .hasValueSatisfying(
            message ->
                assertThat(message)
                    .startsWith("model \"vectors\" failed: ")
                    .contains("cannot score a user unseen in training"));
  }

  @Test
  void recommendsWhatTheRunListed() throws IOException {
    List<Recommendation> items =
        SavedRun.open(summary.folder(), harness.plugins).recommend("history", "user 4", 5);

    assertThat(items)
        .extracting(Recommendation::item)
        .containsExactlyElementsOf(
            Harness.gzipLines(summary.folder().resolve("models/history/run.trec.gz")).stream()
                .filter(line -> line.startsWith("user%204 "))
                .map(line -> line.split(" ", -1)[2])
                .toList());
  }
}
