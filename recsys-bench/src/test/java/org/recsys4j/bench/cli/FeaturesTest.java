package org.recsys4j.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recsys4j.api.data.FeatureRow;
import org.recsys4j.api.feature.FeaturePipeline;
import org.recsys4j.api.plugin.Plugins;
import org.recsys4j.api.store.ModelReader;

/** Features from the experiment file to recommendations. */
class FeaturesTest {
  private static final String FEATURES =
      "experiment.features.items=[{ name = text-tfidf, options { columns = [title], minimum-count = 1"
          + " } }, { scale { method = min-max } }]";

  @TempDir Path folder;
  private Shell shell;

  @BeforeEach
  void shell() {
    shell = new Shell(folder);
  }

  private Shell.Result run(String features) throws IOException {
    return shell.run(
        "run",
        shell.experiment("{ name = content-knn }").toString(),
        "--out",
        folder.resolve("runs").toString(),
        "--quiet",
        "--set",
        features);
  }

  @Test
  void fitsSavesAndRecommends() throws IOException {
    Shell.Result result = run(FEATURES);

    assertThat(result.err()).isEmpty();
    assertThat(result.status()).isZero();
    Path run = shell.onlyRun();
    String manifest = Files.readString(run.resolve("manifest.json"), StandardCharsets.UTF_8);
    assertThat(manifest)
        .contains("\"name\" : \"title.tfidf\"", "\"kind\" : \"numeric\"", "\"checksum\" : ");
    Plugins plugins = Plugins.load();
    try (ModelReader in = new ModelReader(run.resolve("features").resolve("items.npz"))) {
      FeaturePipeline items = FeaturePipeline.load(in, plugins.extractors());
      // The words "the" and "item", and the numbers of the 7 items with a training event: the
      // eighth one occurs in the other parts alone, and teaches no word.
      assertThat(items.schema().width()).isEqualTo(9);
      assertThat(items.extract(FeatureRow.of("new", column -> Optional.empty()))).hasSize(9);
    }
    Shell.Result recommended =
        shell.run("recommend", run.toString(), "--model", "content-knn", "--user", "u3", "-n", "1");
    assertThat(recommended.status()).isZero();
    assertThat(recommended.out()).contains("The item");
  }

  @Test
  void aModelSaysWhichFeaturesItNeeds() throws IOException {
    Shell.Result result = run("experiment.features.items=[]");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err())
        .contains(
            "content-knn needs features of items; name extractors in experiment.features.items");
  }

  @Test
  void wrongOptionsAreToldBeforeAnythingRuns() throws IOException {
    Shell.Result result = run("experiment.features.items=[{ numeric { colum = price } }]");

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).contains("colum: unknown key; did you mean \"column\"?");
  }

  @Test
  void filesThatAreMissingAreToldBeforeAnythingRuns() throws IOException {
    Shell.Result result =
        run("experiment.features.items=[{ embedding { file = no-such-file.txt } }]");

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).contains("no such file or folder: ").contains("no-such-file.txt");
  }
}
