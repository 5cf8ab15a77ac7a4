package org.recsys4j.eval.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recsys4j.api.config.InvalidConfigException;
import org.recsys4j.eval.experiment.ExperimentReader;
import org.recsys4j.eval.tuning.Tunable.Mode;
import org.recsys4j.eval.tuning.Tunable.Near;
import org.recsys4j.eval.tuning.Tunable.Nested;

class TuningReaderTest {
  @TempDir Path folder;
  private TuningHarness harness;

  @BeforeEach
  void harness() {
    harness = new TuningHarness(folder);
  }

  @Test
  void readsSpacesByTheTypesOfTheirOptions() {
    TuningConfig config =
        harness.config(
            "trials = 7, metric = \"recall@3\", unequal { near { trials = 2 } }",
            """
            { name = near, options {
                size { log-range = [1, 100] }
                at { range = [0, 20] }
                mode { choice = [plain, fancy] }
                bonus { choice = [null, 2], when { mode = fancy } }
                nested { depth { range = [1, 3], when { size = [5, 8], mode = plain } } }
                sizes = [4]
            } }
            walking
            """);

    assertThat(config.metric().label()).isEqualTo("Recall@3");
    assertThat(config.tune().budget("near").trials()).isEqualTo(2);
    assertThat(config.tune().budget("walking").trials()).isEqualTo(7);
    assertThat(config.models()).extracting(ModelSpace::label).containsExactly("near", "walking");
    assertThat(config.models().get(1).space().size()).isZero();
    SearchSpace space = config.models().get(0).space();
    assertThat(space.dimensions())
        .extracting(Dimension::key)
        .containsExactly("at", "size", "mode", "bonus", "nested.depth");
    assertThat(space.dimensions().get(0).domain()).isEqualTo(new Interval(0, 20, false, false));
    assertThat(space.dimensions().get(1).domain()).isEqualTo(new Interval(1, 100, true, true));
    assertThat(space.dimensions().get(3).conditions())
        .containsExactly(new Dimension.Condition(2, Set.of("fancy"), false));
    assertThat(space.dimensions().get(4).conditions())
        .containsExactlyInAnyOrder(
            new Dimension.Condition(1, Set.of("5", "8"), true),
            new Dimension.Condition(2, Set.of("plain"), true));
    assertThat(config.experiment().models().get(0).plugin().options())
        .as("the defaults, with the values of the file")
        .isEqualTo(new Near(19, 8, Mode.PLAIN, Optional.empty(), List.of(4), new Nested(2)));
    assertThat(config.models().get(0).defaults()).isEqualTo(new Point(19, 8, 0, Double.NaN, 2));
  }

  @Test
  void pointsBecomeModels() {
    ModelSpace model =
        harness
            .config(
                "", "{ near { size { range = [10, 20] }, bonus { choice = [null, 2] }, at = 3 } }")
            .models()
            .get(0);

    Point point = new Point(12, 1);
    assertThat(model.model(point).orElseThrow().plugin().options())
        .isEqualTo(new Near(3, 12, Mode.PLAIN, Optional.of(2.0), List.of(1), new Nested(2)));
    assertThat(model.describe(point, model.model(point).orElseThrow()))
        .containsExactly("size=12", "bonus=2");
    assertThat(model.model(new Point(13, 0))).as("refused by the model").isEmpty();
    assertThat(model.defaults()).as("8 is outside of 10 to 20").isEqualTo(new Point(Double.NaN, 0));
  }

  @Test
  void tellsAllProblemsAtOnceWithKeyFileAndLine() throws IOException {
    Path file = Files.write(folder.resolve("bad-tune.conf"), resource("bad-tune.conf"));

    assertThatThrownBy(() -> TuningReader.read(file, List.of(), harness.plugins))
        .isInstanceOf(InvalidConfigException.class)
        .satisfies(
            e ->
                // Which metrics there are is another matter.
                assertThat(
                        e.getMessage()
                            .replace(file.toString(), "FILE")
                            .replaceAll(" known: ndcg.*", ""))
                    .isEqualTo(
                        new String(resource("bad-tune.txt"), StandardCharsets.UTF_8).strip()));
  }

  @Test
  void budgetsAreThoseOfModelsThatAreThere() {
    assertThatThrownBy(() -> harness.config("unequal { nobody { trials = 2 } }", "near, walking"))
        .hasMessageEndingWith(
            "experiment.tune.unequal.nobody: no model has this label; there are: near, walking");
  }

  @Test
  void conditionsInACircleAreRefused() {
    assertThatThrownBy(
            () ->
                harness.config(
                    "",
                    "{ near { size { range = [1, 9], when { at = 3 } },"
                        + " at { range = [1, 9], when { size = 3 } } } }"))
        .hasMessageContaining("near.at.when: goes in a circle: at, size");
  }

  @Test
  void tuningNeedsABlock() {
    Path file = harness.file(TuningHarness.HEAD + "models = [near]");

    assertThatThrownBy(() -> TuningReader.read(file, List.of(), harness.plugins))
        .hasMessageEndingWith(
            ":1: experiment.tune: missing: what is tuned says how, tune { trials = 30 } for example");
    assertThat(TuningReader.readAny(file, List.of(), harness.plugins).models()).hasSize(1);
    Path list = harness.file(TuningHarness.HEAD + "models = [near]\ntune = [1]");
    assertThatThrownBy(() -> TuningReader.read(list, List.of(), harness.plugins))
        .hasMessageEndingWith(":7: experiment.tune: must be an object: { key = value, ... }");
  }

  @Test
  void runsTakeNoSpaces() {
    String model = "models = [{ near { size { range = [1, 9] }, nested.depth { choice = [1] } } }]";
    Path file = harness.file(TuningHarness.HEAD + model);
    assertThatThrownBy(() -> ExperimentReader.read(file, List.of(), harness.plugins))
        .hasMessage(
            (file + ":6: experiment.models[0].near.nested.depth: MESSAGE\n")
                    .replace("MESSAGE", without())
                + (file + ":6: experiment.models[0].near.size: " + without()));
    assertThatThrownBy(() -> TuningReader.readAny(file, List.of(), harness.plugins))
        .hasMessageContaining(without());

    Path tuned = harness.file(TuningHarness.HEAD + model + "\ntune {}");
    assertThatThrownBy(() -> ExperimentReader.read(tuned, List.of(), harness.plugins))
        .hasMessageContaining(
            ":6: experiment.models[0].near.size: a search space: recsys tune looks through it,"
                + " recsys run takes a value");
    assertThat(TuningReader.readAny(tuned, List.of(), harness.plugins).models()).hasSize(1);
    Path values = harness.file(TuningHarness.HEAD + "models = [near]\ntune {}");
    assertThat(ExperimentReader.read(values, List.of(), harness.plugins).models())
        .as("a block alone does not hurt")
        .hasSize(1);
  }

  private static String without() {
    return "a search space, and the file has no tune block: give a value, or write tune { trials ="
        + " 30 } and use recsys tune";
  }

  @Test
  void overridesReplaceSpaces() {
    TuningConfig config =
        harness.config(
            "",
            "{ name = near, options { size { range = [1, 9] } } }",
            "experiment.models.0.options.size=5",
            "experiment.tune.trials=3");

    assertThat(config.models().get(0).space().size()).isZero();
    assertThat(config.tune().trials()).isEqualTo(3);
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    TuningConfig config =
        harness.config(
            "trials = 5, asha { min-epochs = 2 }, unequal { near { epochs = 7 } }",
            "walking, { name = near, options { size { log-range = [1, 90] }, nested.depth { choice ="
                + " [1, 3], when { size = 5 } }, at = 2.5 } }");

    TuningConfig again =
        TuningReader.saved(
            ConfigFactory.parseString(config.tree().toString()).root(), harness.plugins);

    assertThat(again.tree()).isEqualTo(config.tree());
    assertThat(again.tune()).isEqualTo(config.tune());
    assertThat(again.models().get(1).space().dimensions())
        .isEqualTo(config.models().get(1).space().dimensions());
    assertThat(again.models().get(1).defaults()).isEqualTo(config.models().get(1).defaults());
    assertThat(again.experiment().tree()).isEqualTo(config.experiment().tree());
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = TuningReaderTest.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }
}
