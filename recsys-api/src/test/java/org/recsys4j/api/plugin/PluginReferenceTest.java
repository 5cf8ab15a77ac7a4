package org.recsys4j.api.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigObject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recsys4j.api.config.ConfigFiles;
import org.recsys4j.api.config.ConfigProblem;
import org.recsys4j.api.config.Problems;
import org.recsys4j.api.plugin.Samples.BprOptions;
import org.recsys4j.api.plugin.Samples.CoreOptions;
import org.recsys4j.api.plugin.Samples.Cut;
import org.recsys4j.api.plugin.Samples.SamplePlugin;

class PluginReferenceTest {
  private final Plugins plugins = Plugins.of(List.of(new SamplePlugin()), Samples.REFERENCE);
  private final Problems problems = new Problems();

  private Optional<PluginReference> reference(String text) {
    ConfigObject root = ConfigFiles.parse("it = " + text, "it.conf");
    return PluginReference.read(root.toConfig().getValue("it"), "it", problems);
  }

  private Configured<?> configured(PluginKind<?> kind, String text) {
    return reference(text).flatMap(it -> plugins.resolve(kind, it, problems)).orElseThrow();
  }

  private String message() {
    return String.join("\n", problems.sorted().stream().map(ConfigProblem::toString).toList());
  }

  @Test
  void aNameAlone() {
    Configured<?> configured = configured(PluginKind.MODEL, "bpr-mf");

    assertThat(configured.options()).isEqualTo(new BprOptions(64, 0.05));
    assertThat(configured.label()).isEqualTo("bpr-mf");
  }

  @Test
  void aNameWithOptions() {
    Configured<?> configured = configured(PluginKind.PREPARATION, "{ k-core { users = 3 } }");

    assertThat(configured.options()).isEqualTo(new CoreOptions(3, Optional.empty()));
  }

  @Test
  void nameLabelAndOptions() {
    Configured<?> configured =
        configured(
            PluginKind.MODEL, "{ name = bpr-mf, label = \"BPR d=8\", options { factors = 8 } }");

    assertThat(configured.options()).isEqualTo(new BprOptions(8, 0.05));
    assertThat(configured.label()).isEqualTo("BPR d=8");
    assertThat(configured.name()).isEqualTo("bpr-mf");
  }

  @Test
  void optionsBesideTheName() {
    ConfigObject object = ConfigFiles.parse("strategy = k-core, users = 4", "it.conf");
    PluginReference reference =
        PluginReference.inline(object, "strategy", "split", problems).orElseThrow();

    assertThat(plugins.resolve(PluginKind.PREPARATION, reference, problems).orElseThrow().options())
        .isEqualTo(new CoreOptions(4, Optional.empty()));
    assertThat(reference.path()).isEqualTo("split.strategy");
    assertThat(PluginReference.inline(object, "name", "split", problems)).isEmpty();
    assertThat(PluginReference.inline(object.withoutKey("users"), "users", "s", problems))
        .isEmpty();
    assertThat(message())
        .isEqualTo(
            """
            it.conf:1: s.users: missing: it has no default
            it.conf:1: split.name: missing: it has no default""");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7 | it: must be a name, or an object with a name and options",
        "[ease] | it: must be a name, or an object with a name and options",
        "{} | it.name: missing: it has no default",
        "{ nmae = ease } | it.name: missing: it has no default;"
            + " it.nmae: unknown key; did you mean \"name\"?",
        "{ name = ease, label = \" \" } | it.label: must not be blank",
        "{ name = ease, label = [a] } | it.label: a list is not a text",
        "{ name = ease, options = 5 } | it.options: must be an object: { key = value, ... }",
        "{ options { x = 1 } } | it.name: missing: it has no default",
        "{ ease { a = 1 }, ials {} } | it.ease: unknown key; known: name, label, options;"
            + " it.ials: unknown key; known: name, label, options;"
            + " it.name: missing: it has no default"
      })
  void otherFormsAreRefused(String text, String messages) {
    assertThat(reference(text)).isEmpty();
    assertThat(message()).isEqualTo("it.conf:1: " + messages.replace("; it.", "\nit.conf:1: it."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "eas | it: no model \"eas\"; did you mean \"ease\"? known: ease, bpr-mf",
        "{ name = eas } | it.name: no model \"eas\"; did you mean \"ease\"? known: ease, bpr-mf",
        "{ bpr-mf { factor = 3 } } | it.bpr-mf.factor: unknown key; did you mean \"factors\"?",
        "{ name = bpr-mf, options { factors = 0 } } | it.options.factors: 0 is not in 1 to 10000",
        "\"ease@10\" | it: no model \"ease@10\"; known: ease, bpr-mf"
      })
  void whatTheyNameMustExist(String text, String message) {
    PluginReference reference = reference(text).orElseThrow();

    assertThat(plugins.resolve(PluginKind.MODEL, reference, problems)).isEmpty();
    assertThat(message()).isEqualTo("it.conf:1: " + message);
  }

  @Test
  void metricsHaveAShorthandForTheirCutoff() {
    assertThat(configured(PluginKind.METRIC, "\"ndcg@5\"").options()).isEqualTo(new Cut(5));
    assertThat(configured(PluginKind.METRIC, "\"ndcg@5\"").label()).isEqualTo("ndcg@5");
    assertThat(configured(PluginKind.METRIC, "ndcg").options()).isEqualTo(new Cut(10));
    assertThat(configured(PluginKind.METRIC, "{ \"ndcg@5\" {} }").options()).isEqualTo(new Cut(5));
    assertThat(configured(PluginKind.METRIC, "{ name = \"ndcg@5\", label = x }").label())
        .isEqualTo("x");
    assertThat(configured(PluginKind.METRIC, "rmse").label()).isEqualTo("rmse");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"ndcg@\" | it: \"ndcg@\": after the @ stands a whole number > 0, as in ndcg@10",
        "\"ndcg@x\" | it: \"ndcg@x\": after the @ stands a whole number > 0, as in ndcg@10",
        "\"ndcg@0\" | it: \"ndcg@0\": after the @ stands a whole number > 0, as in ndcg@10",
        "\"ndcg@-1\" | it: \"ndcg@-1\": after the @ stands a whole number > 0, as in ndcg@10",
        "\"ndcg@1@2\" | it: \"ndcg@1@2\": after the @ stands a whole number > 0, as in ndcg@10",
        "\"ndcg@99999\" | it.k: \"99999\" is not in 1 to 10000",
        "\"ndgc@10\" | it: no metric \"ndgc\"; did you mean \"ndcg\"? known: ndcg, rmse",
        "\"@10\" | it: no metric \"\"; known: ndcg, rmse",
        "\"rmse@10\" | it: \"rmse@10\": rmse has no cutoff, so write it without @",
        "{ name = \"ndcg@5\", options { k = 5 } } | it.name: \"ndcg@5\": the option k says the"
            + " same; give one of them"
      })
  void badCutoffsAreRefused(String text, String message) {
    PluginReference reference = reference(text).orElseThrow();

    assertThat(plugins.resolve(PluginKind.METRIC, reference, problems)).isEmpty();
    assertThat(message()).isEqualTo("it.conf:1: " + message);
  }
}
