package org.recsys4j.eval.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recsys4j.api.config.InvalidConfigException;
import org.recsys4j.eval.experiment.ExperimentConfig.NamedMetric;
import org.recsys4j.eval.protocol.ColdItems;
import org.recsys4j.eval.protocol.HistoryPart;
import org.recsys4j.eval.protocol.Mask;

class ExperimentReaderTest {
  @TempDir Path folder;
  private Harness harness;

  @BeforeEach
  void harness() {
    harness = new Harness(folder);
  }

  @Test
  void readsNamesOptionsAndDefaults() {
    ExperimentConfig config =
        harness.config("noise, { name = noise, label = \"Loud noise\", options { scale = 9 } }");

    assertThat(config.name()).isEqualTo("fake");
    assertThat(config.seed()).isEqualTo(42);
    assertThat(config.models()).extracting(it -> it.label()).containsExactly("noise", "Loud noise");
    assertThat(config.models().get(1).plugin().options()).isEqualTo(new FakeModels.Scale(9));
    assertThat(config.evaluate().rules().mask()).isEqualTo(Mask.TRAIN_AND_VALIDATION);
    assertThat(config.evaluate().rules().history()).isEqualTo(HistoryPart.TRAIN);
    assertThat(config.evaluate().rules().coldItems()).isEqualTo(ColdItems.RANK_LAST);
    assertThat(config.evaluate().earlyStoppingMetric().key()).isEqualTo("ndcg@10");
  }

  @Test
  void keysOfMetricsAreTheSameInBothForms() {
    ExperimentConfig config =
        harness.config(
            "noise",
            "experiment.evaluate.metrics=[\"ndcg@5\", { name = ndcg, options { k = 7 } },"
                + " { name = recall, label = found, options { k = 3 } }]");

    assertThat(config.evaluate().metrics())
        .extracting(NamedMetric::key)
        .containsExactly("ndcg@5", "ndcg@7", "found");
    assertThat(config.evaluate().metrics())
        .extracting(it -> it.metric().label())
        .containsExactly("nDCG@5", "nDCG@7", "Recall@3");
  }

  @Test
  void settingsAreFreeAndMayBeReferredTo() throws IOException {
    Path file = folder.resolve("settings.conf");
    Files.writeString(
        file,
        """
        settings { size = 12, whatever = [1, 2] }
        experiment {
          name = fake
          data { source { name = grid, options { users = ${settings.size} } } }
          split { strategy = every-fifth }
          models = [noise]
        }
        """);

    ExperimentConfig config = ExperimentReader.read(file, List.of(), harness.plugins);

    assertThat(((FakeData.Grid.GridOptions) config.data().source().plugin().options()).users())
        .isEqualTo(12);
  }

  @Test
  void tellsAllProblemsAtOnceWithKeyFileAndLine() throws IOException {
    Path file = folder.resolve("bad.conf");
    Files.write(file, resource("bad.conf"));

    assertThatThrownBy(() -> ExperimentReader.read(file, List.of(), harness.plugins))
        .isInstanceOf(InvalidConfigException.class)
        .satisfies(
            e ->
                assertThat(portable(e.getMessage(), file))
                    .isEqualTo(new String(resource("bad.txt"), StandardCharsets.UTF_8).strip()));
  }

  @Test
  void tellsWhatIsMissing() throws IOException {
    Path file = folder.resolve("empty.conf");
    Files.writeString(file, "# nothing\nexperiment { name = x }\n");

    assertThatThrownBy(() -> ExperimentReader.read(file, List.of(), harness.plugins))
        .satisfies(
            e ->
                assertThat(portable(e.getMessage(), file).lines())
                    .containsExactly(
                        "FILE:2: experiment.data.source: missing: it has no default",
                        "FILE:2: experiment.models: missing: it has no default",
                        "FILE:2: experiment.split: missing: it has no default"));
  }

  @Test
  void modelsAndMetricsMustNotBeEmpty() {
    assertThatThrownBy(() -> harness.config("", "experiment.evaluate.metrics=[]"))
        .hasMessageContaining("experiment.evaluate.metrics: must not be empty");
    assertThatThrownBy(() -> harness.config(""))
        .hasMessageContaining("experiment.models: must not be empty");
  }

  @Test
  void missingFileIsNamed() {
    Path file = folder.resolve("nowhere.conf");

    assertThatThrownBy(() -> ExperimentReader.read(file, List.of(), harness.plugins))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining("nowhere.conf");
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = ExperimentReaderTest.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }

  private static String portable(String message, Path file) {
    String here = Path.of("").toAbsolutePath().toString();
    return message.replace(file.toString(), "FILE").replace(here, "HERE").replace('\\', '/');
  }
}
