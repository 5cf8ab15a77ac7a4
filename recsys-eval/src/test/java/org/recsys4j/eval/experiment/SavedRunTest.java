package org.recsys4j.eval.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recsys4j.api.data.InvalidDataException;

class SavedRunTest {
  @TempDir Path folder;
  private Harness harness;
  private Path run;

  @BeforeEach
  void run() {
    harness = new Harness(folder);
    run =
        harness
            .run(harness.config("noise, throwing, { name = noise, label = \"a/../b\" }"))
            .folder();
  }

  @Test
  void recommendsWhatTheRunListed() throws IOException {
    SavedRun saved = SavedRun.open(run, harness.plugins);

    List<Recommendation> items = saved.recommend("noise", "user 3", 5);

    List<String> listed =
        Harness.gzipLines(run.resolve("models/noise/run.trec.gz")).stream()
            .filter(line -> line.startsWith("user%203 "))
            .map(line -> line.split(" ", -1)[2])
            .toList();
    assertThat(listed).hasSize(5);
    assertThat(items).extracting(Recommendation::item).containsExactlyElementsOf(listed);
    assertThat(items).extracting(Recommendation::rank).containsExactly(1, 2, 3, 4, 5);
    assertThat(items)
        .allSatisfy(it -> assertThat(it.title()).isEqualTo("Item No. " + it.item().substring(1)));
  }

  @Test
  void knowsTheModelsThatWereFitted() {
    assertThat(SavedRun.open(run, harness.plugins).labels()).containsExactly("noise", "a/../b");
    assertThat(SavedRun.open(run, harness.plugins).recommend("a/../b", "user 1", 1)).hasSize(1);
  }

  @Test
  void namesWhatItDoesNotKnow() {
    SavedRun saved = SavedRun.open(run, harness.plugins);

    assertThatThrownBy(() -> saved.recommend("nois", "user 3", 5))
        .isInstanceOf(UnusableRunException.class)
        .hasMessage("no fitted model \"nois\" in " + run + "; there are: noise, a/../b");
    assertThatThrownBy(() -> saved.recommend("noise", "user 99", 5))
        .isInstanceOf(UnusableRunException.class)
        .hasMessage("no user \"user 99\" in " + run + ", which has 25 users, among them user 0");
    assertThatThrownBy(() -> SavedRun.open(folder, harness.plugins))
        .isInstanceOf(UnusableRunException.class)
        .hasMessageEndingWith("is no run directory: there is no manifest.json in it");
  }

  @Test
  void refusesDamagedFiles() throws IOException {
    Files.writeString(run.resolve("models/noise/model.npz"), "PK nonsense");
    SavedRun saved = SavedRun.open(run, harness.plugins);
    assertThatThrownBy(() -> saved.recommend("noise", "user 3", 5))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("model.npz");

    Files.writeString(run.resolve("manifest.json"), "{ \"format\": 1,");
    assertThatThrownBy(() -> SavedRun.open(run, harness.plugins))
        .isInstanceOf(UnusableRunException.class)
        .hasMessageContaining("manifest.json is damaged");
    Files.writeString(run.resolve("manifest.json"), "{ \"format\": 7 }");
    assertThatThrownBy(() -> SavedRun.open(run, harness.plugins))
        .hasMessageContaining("no manifest of format 1");
  }
}
