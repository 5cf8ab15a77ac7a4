package org.recsys4j.api.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recsys4j.api.MetricFactory;
import org.recsys4j.api.Preparation;
import org.recsys4j.api.RecommenderFactory;
import org.recsys4j.api.Splitter;
import org.recsys4j.api.config.ConfigFiles;
import org.recsys4j.api.config.Golden;
import org.recsys4j.api.config.InvalidConfigException;
import org.recsys4j.api.config.Problems;
import org.recsys4j.api.config.Range;

/**
 * A file with every kind of mistake: a user sees them all at once, each with file, line and key.
 */
class BadExperimentTest {
  enum Mask {
    TRAIN,
    TRAIN_AND_VALIDATION,
    NONE
  }

  record Evaluate(
      List<Configured<MetricFactory<?>>> metrics, Mask mask, @Range(min = 0) double share) {}

  record Experiment(
      String name,
      long seed,
      List<Configured<Preparation<?>>> prepare,
      Configured<Splitter<?>> split,
      List<Configured<RecommenderFactory<?>>> models,
      Evaluate evaluate) {}

  record Root(Experiment experiment) {}

  private static final ConfigObject DEFAULTS =
      ConfigFiles.parse("experiment { seed = 1, evaluate { share = 1, mask = none } }", "defaults");

  private final Plugins plugins =
      Plugins.of(List.of(new Samples.SamplePlugin()), Samples.REFERENCE);

  @TempDir Path folder;

  @Test
  void allProblemsAreReportedTogether() throws IOException {
    Path file = Golden.copy("bad-experiment.conf", folder);
    List<String> overrides = List.of("experiment.models[1].options.factors=0", "nonsense");
    Problems problems = new Problems();

    ConfigObject root = ConfigFiles.load(file, overrides, problems).orElseThrow();

    assertThat(plugins.reader().read(root, "", Root.class, DEFAULTS, problems)).isEmpty();
    assertThatThrownBy(problems::throwIfAny)
        .isInstanceOfSatisfying(
            InvalidConfigException.class,
            e -> Golden.assertMatches("bad-experiment.txt", folder, e.getMessage()));
  }

  @Test
  void aGoodFileIsReadWhole() throws IOException {
    Path file = Golden.copy("good-experiment.conf", folder);

    Experiment read =
        plugins.reader().read(ConfigFiles.load(file, List.of()), Root.class, DEFAULTS).experiment();

    assertThat(read.models()).extracting(Configured::label).containsExactly("ease", "BPR d=8");
    assertThat(read.models().get(1).options()).isEqualTo(new Samples.BprOptions(8, 0.05));
    assertThat(read.prepare()).extracting(Configured::name).containsExactly("k-core", "k-core");
    assertThat(read.split().options()).isEqualTo(new Samples.HoldoutOptions(0.2));
    assertThat(read.evaluate().metrics())
        .extracting(Configured::label)
        .containsExactly("ndcg@10", "ndcg@5", "rmse");
    assertThat(read.evaluate().mask()).isEqualTo(Mask.TRAIN_AND_VALIDATION);
  }
}
