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
import org.recsys4j.eval.experiment.ExperimentReader;

/** Every file of {@code experiments/published} passes {@code recsys check}. */
class PublishedFilesTest {
  private static final Path FILES = Repository.ROOT.resolve("experiments/published");

  /** What sources name by file. */
  private static final List<String> NAMED =
      List.of("ml-1m.sequences.txt.gz", "train.tsv.gz", "valid.tsv.gz", "test.tsv.gz");

  @TempDir private Path folder;

  @TestFactory
  List<DynamicTest> everyFileIsLegal() throws IOException {
    Plugins plugins = Plugins.load();
    for (String name : NAMED) {
      Files.createFile(folder.resolve(name));
    }
    try (Stream<Path> files = Files.list(FILES)) {
      List<DynamicTest> tests =
          files
              .sorted()
              .map(
                  file ->
                      DynamicTest.dynamicTest(
                          file.getFileName().toString(), () -> check(file, plugins)))
              .toList();
      assertThat(tests).hasSizeGreaterThanOrEqualTo(6);
      return tests;
    }
  }

  private void check(Path file, Plugins plugins) throws IOException {
    ExperimentConfig config =
        ExperimentReader.read(file, List.of("settings.folder=\"" + folder + "\""), plugins);
    assertThat(file.getFileName()).hasToString(config.name() + ".conf");
    assertThat(config.models().get(0).label()).as("the baseline").isEqualTo("popularity");
    String text = Files.readString(file);
    boolean sampled = config.evaluate().candidates().sampler().isPresent();
    assertThat(text.contains("SAMPLED")).as("says that metrics are sampled").isEqualTo(sampled);
  }
}
