package org.recsys4j.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.recsys4j.api.plugin.Plugins;
import org.recsys4j.eval.experiment.ExperimentConfig;
import org.recsys4j.eval.tuning.ModelSpace;
import org.recsys4j.eval.tuning.Tune;
import org.recsys4j.eval.tuning.TuningConfig;
import org.recsys4j.eval.tuning.TuningReader;

/**
 * The suites, {@code experiments/suite-*.conf}, are fair: baselines are there, and tuned as well.
 */
class SuiteFilesTest {
  private static final Path FILES = Repository.ROOT.resolve("experiments");
  private static final List<String> BASELINES =
      List.of("popularity", "item-knn", "ease", "ials", "bpr-mf");
  private static final List<String> NETWORKS = List.of("neumf", "multi-vae", "lightgcn");

  @TempDir private Path folder;

  @TestFactory
  List<DynamicTest> everySuiteIsFair() throws IOException {
    Plugins plugins = Plugins.load();
    try (Stream<Path> files = Files.list(FILES)) {
      List<DynamicTest> tests =
          files
              .filter(file -> file.getFileName().toString().startsWith("suite-"))
              .sorted()
              .map(
                  file ->
                      DynamicTest.dynamicTest(
                          file.getFileName().toString(), () -> check(file, plugins)))
              .toList();
      assertThat(tests).hasSize(2);
      return tests;
    }
  }

  private void check(Path file, Plugins plugins) {
    TuningConfig config =
        TuningReader.read(file, List.of("settings.folder=\"" + folder + "\""), plugins);
    ExperimentConfig experiment = config.experiment();
    assertThat(file.getFileName()).hasToString(experiment.name() + ".conf");
    assertThat(experiment.models().stream().map(ExperimentConfig.Model::label))
        .containsAll(BASELINES)
        .containsAll(NETWORKS)
        .containsAnyOf("gru4rec", "sasrec");
    assertThat(config.models().stream().filter(it -> it.space().size() == 0))
        .as("has nothing to search")
        .extracting(ModelSpace::label)
        .containsExactly("popularity");
    Tune tune = config.tune();
    assertThat(tune.unequal()).isEmpty();
    assertThat(tune.trials()).isGreaterThanOrEqualTo(10);
    assertThat(tune.allowTest()).isFalse();
  }
}
