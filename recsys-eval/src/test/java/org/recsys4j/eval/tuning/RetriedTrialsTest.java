package org.recsys4j.eval.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trials that failed have a second chance where it makes sense. */
class RetriedTrialsTest {
  /** The items near 4 are good ones; 19, the default, is not. */
  private static final String MODEL =
      "{ name = near, options { mode { choice = [plain, broken, hungry] }, at { choice = [19, 4] } } }";

  private static final String GRID = "trials = 6, searcher = grid";

  @TempDir Path folder;
  private TuningHarness harness;

  @BeforeEach
  void shortOfMemory() {
    harness = new TuningHarness(folder);
    Tunable.shortOfMemory = true;
  }

  @AfterEach
  void enoughMemory() {
    Tunable.shortOfMemory = false;
  }

  private static List<String> statuses(TuningSummary summary) {
    return summary.models().get(0).trials().stream()
        .map(it -> it.searched() + " " + it.status().word() + (it.again() ? " again" : ""))
        .toList();
  }

  @Test
  void whatMemoryWasMissingForIsMadeAgainAndWhatDivergedIsNot() throws IOException {
    TuningSummary first = harness.tune(harness.config(GRID, MODEL));
    assertThat(statuses(first))
        .containsExactly(
            "[at=19, mode=plain] done",
            "[at=19, mode=broken] failed",
            "[at=19, mode=hungry] failed",
            "[at=4, mode=plain] done",
            "[at=4, mode=broken] failed",
            "[at=4, mode=hungry] failed");
    assertThat(first.models().get(0).mayPass()).isEqualTo(2);

    Tunable.shortOfMemory = false;
    TuningSummary second = harness.goOn(first.folder());

    assertThat(statuses(second))
        .containsExactly(
            "[at=19, mode=plain] done",
            "[at=19, mode=broken] failed",
            "[at=19, mode=hungry] done again",
            "[at=4, mode=plain] done",
            "[at=4, mode=broken] failed",
            "[at=4, mode=hungry] done again");
    assertThat(harness.notices)
        .contains(
            "2 trials of \"near\" that failed before would fail alike: kept as failed",
            "2 trials of \"near\" that failed before may succeed now: made again");
    assertThat(Files.readAllLines(first.folder().resolve("trials.csv")))
        .as("both attempts have a row")
        .hasSize(1 + 6 + 2)
        .anyMatch(it -> it.startsWith("near,3,failed,") && it.contains("needs more memory"))
        .anyMatch(it -> it.startsWith("near,3,done,"));
    assertThat(first.folder().resolve("trials/near/0003-again.json")).isNotEmptyFile();
    assertThat(UnfinishedTuning.open(first.folder(), harness.plugins)).isEmpty();
  }

  @Test
  void whatFailsAgainForTheSameReasonMayBeTriedOnceMore() {
    TuningSummary first = harness.tune(harness.config(GRID, MODEL));
    TuningSummary second = harness.goOn(first.folder());
    assertThat(statuses(second)).endsWith("[at=4, mode=hungry] failed again");

    Tunable.shortOfMemory = false;
    assertThat(statuses(harness.goOn(first.folder()))).endsWith("[at=4, mode=hungry] done again");
  }

  /** The defaults, and the best of what is plain; what is hungry is better. */
  @Test
  void anotherChoiceHasARunOfItsOwn() {
    String models =
        "{ name = near, options { at = 4, mode = plain, bonus { choice = [15, 0.5] } } },"
            + " { name = near, label = large, options { at = 19, mode = hungry } }";
    TuningSummary first = harness.tune(harness.config("searcher = grid", models));
    Path before = first.runs().get(0).folder();
    assertThat(first.leaderboard().orElseThrow().models()).hasSize(1);
    assertThat(first.anyFailed()).isTrue();

    Tunable.shortOfMemory = false;
    TuningSummary second = harness.goOn(first.folder());

    assertThat(second.anyFailed()).isFalse();
    assertThat(second.leaderboard().orElseThrow().models())
        .extracting(it -> it.label())
        .containsExactlyInAnyOrder("near", "large");
    assertThat(TuningHarness.only(first.folder().resolve("run")))
        .isEqualTo(second.runs().get(0).folder());
    assertThat(TuningHarness.only(first.folder().resolve("earlier")).getFileName())
        .isEqualTo(before.getFileName());
    assertThat(second.warnings()).anyMatch(it -> it.contains("measured those that were best"));
  }

  /** A search that learns has been decided by the failure, and is not another one afterwards. */
  @Test
  void theSearchStaysAsItWas() {
    String model =
        "{ name = near, options { mode { choice = [plain, hungry] }, at { range = [0, 19] } } }";
    for (String scheduler : List.of("none", "asha")) {
      Tunable.shortOfMemory = true;
      TuningSummary first =
          harness.tune(
              harness.config("trials = 14, tpe.startup = 4, scheduler = " + scheduler, model),
              2,
              scheduler);
      long failed = first.models().get(0).count(Trial.Status.FAILED);
      assertThat(failed).isBetween(1L, 13L);

      Tunable.shortOfMemory = false;
      TuningSummary second = harness.goOn(first.folder());

      assertThat(second.models().get(0).trials())
          .extracting(Trial::options)
          .isEqualTo(first.models().get(0).trials().stream().map(Trial::options).toList());
      assertThat(second.models().get(0).trials().stream().filter(Trial::again))
          .hasSize((int) failed);
      assertThat(second.models().get(0).count(Trial.Status.FAILED)).isZero();
    }
  }
}
