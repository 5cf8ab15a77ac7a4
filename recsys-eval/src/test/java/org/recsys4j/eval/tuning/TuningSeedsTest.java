package org.recsys4j.eval.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recsys4j.eval.experiment.JoinedRuns;

/** Options that were searched with one seed are trained with several. */
class TuningSeedsTest {
  private static final String MODELS =
      "noise, { name = walking, options { at { range = [0, 19] } } }";
  private static final String TUNE = "trials = 4, tpe.startup = 2";
  private static final String SEEDS = "experiment.seeds=[5, 6, 7]";

  @TempDir Path folder;
  private TuningHarness harness;

  @BeforeEach
  void harness() {
    harness = new TuningHarness(folder);
  }

  @Test
  void theSearchHasTheFirstSeedAndEachSeedARun() throws IOException {
    TuningSummary alone =
        harness.tune(harness.config(TUNE, MODELS, "experiment.seed=5"), 1, "alone");
    TuningSummary summary = harness.tune(harness.config(TUNE, MODELS, SEEDS));

    assertThat(TuningHarness.results(summary)).isEqualTo(TuningHarness.results(alone));
    assertThat(summary.seeds()).containsExactly(5L, 6L, 7L);
    assertThat(summary.runs()).hasSize(3);
    JsonNode searched = TuningHarness.json(summary.folder().resolve("tuning.json"));
    for (int i = 0; i < 3; i++) {
      Path run = summary.runs().get(i).folder();
      JsonNode manifest = TuningHarness.json(run.resolve("manifest.json"));
      assertThat(manifest.at("/seeds/root").asLong()).isEqualTo(5 + i);
      assertThat(manifest.at("/configuration/experiment/data-seed").asLong()).isEqualTo(5);
      assertThat(manifest.at("/seeds/split"))
          .as("what trials never saw is what is tested")
          .isEqualTo(
              TuningHarness.json(alone.runs().get(0).folder().resolve("manifest.json"))
                  .at("/seeds/split"));
      assertThat(manifest.get("split-checksums"))
          .isEqualTo(searched.at("/setting/split-checksums"));
      assertThat(summary.folder().resolve(searched.at("/runs/" + i).asText()))
          .isEqualTo(summary.folder().resolve("run").resolve(run.getFileName()));
    }
    assertThat(numbers(summary, 0)).isEqualTo(numbers(alone, 0));
    assertThat(numbers(summary, 1)).isNotEqualTo(numbers(alone, 0));
    JoinedRuns joined = summary.joined().orElseThrow().runs();
    assertThat(joined.rows())
        .extracting(it -> it.name() + it.seeds())
        .containsExactlyInAnyOrder("noise[5, 6, 7]", "walking[5, 6, 7]");
    assertThat(summary.folder().resolve("joined/runs.json")).isNotEmptyFile();
    assertThat(alone.joined()).isEmpty();
  }

  private static String numbers(TuningSummary summary, int run) throws IOException {
    return TuningHarness.json(summary.runs().get(run).folder().resolve("leaderboard.json"))
        .findValues("metrics")
        .toString();
  }

  /** After the second run: two are finished, one was not begun. */
  @Test
  void aTuningIsGoneOnWithInTheMiddleOfItsRuns() throws IOException {
    TuningSummary whole = harness.tune(harness.config(TUNE, MODELS, SEEDS));
    List<String> expected = List.of(numbers(whole, 0), numbers(whole, 1), numbers(whole, 2));
    Path manifest = whole.folder().resolve("tuning.json");
    Files.writeString(manifest, Files.readString(manifest).replaceFirst("\"done\"", "\"running\""));
    Path last = whole.runs().get(2).folder();
    Files.move(last, folder.resolve("aside"));
    Files.delete(whole.folder().resolve("joined/runs.json"));

    TuningSummary again = harness.goOn(whole.folder());

    assertThat(again.runs())
        .extracting(it -> it.summary().isPresent())
        .containsExactly(false, false, true);
    assertThat(List.of(numbers(again, 0), numbers(again, 1), numbers(again, 2)))
        .isEqualTo(expected);
    assertThat(again.joined().orElseThrow().runs().rows())
        .isEqualTo(whole.joined().orElseThrow().runs().rows());
    assertThat(whole.folder().resolve("joined/runs.json")).isNotEmptyFile();
  }

  @Test
  void seedsThatAreNoneAreRefused() {
    for (String wrong : List.of("[]", "[1, 1]", "[1, x]", "3")) {
      assertThatThrownBy(() -> harness.config(TUNE, MODELS, "experiment.seeds=" + wrong))
          .hasMessageContaining(
              "experiment.seeds: must be a list of different whole numbers: [1, 2, 3]");
    }
  }
}
