package org.recsys4j.api.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.Binder;
import com.google.inject.ConfigurationException;
import com.google.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.recsys4j.api.FeatureExtractorFactory;
import org.recsys4j.api.RecommenderFactory;
import org.recsys4j.api.config.InvalidConfigException;
import org.recsys4j.api.plugin.Samples.BprOptions;
import org.recsys4j.api.plugin.Samples.RivalPlugin;
import org.recsys4j.api.plugin.Samples.SamplePlugin;

class PluginsTest {
  private static Plugins plugins(RecsysPlugin... plugins) {
    return Plugins.of(List.of(plugins), Samples.REFERENCE);
  }

  @Test
  void pluginsAreFoundByKindAndName() {
    Plugins plugins = plugins(new SamplePlugin());

    assertThat(plugins.recommenders().names()).containsExactly("bpr-mf", "ease");
    assertThat(plugins.recommenders().get("ease")).isInstanceOf(Samples.Ease.class);
    assertThat(plugins.metrics().names()).containsExactly("ndcg", "rmse");
    assertThat(plugins.preparations().contains("k-core")).isTrue();
    assertThat(plugins.preparations().contains("ease")).isFalse();
    assertThat(plugins.sources().names()).isEmpty();
    assertThat(plugins.splitters().names()).containsExactly("holdout");
    assertThat(plugins.extractors().names()).isEmpty();
    for (PluginKind<?> kind : PluginKind.all()) {
      assertThat(plugins.registry(kind).kind()).isSameAs(kind);
      assertThat(PluginKind.of(kind.section())).contains(kind);
    }
    assertThat(PluginKind.of("model")).isEmpty();
  }

  @Test
  void anUnknownNameListsThoseThatExist() {
    NamedRegistry<RecommenderFactory<?>> models = plugins(new SamplePlugin()).recommenders();
    NamedRegistry<FeatureExtractorFactory<?>> none =
        new NamedRegistry<>(PluginKind.EXTRACTOR, Map.of());

    assertThatThrownBy(() -> models.get("bprmf"))
        .isInstanceOf(UnknownNameException.class)
        .hasMessage("no model \"bprmf\"; did you mean \"bpr-mf\"? known: bpr-mf, ease");
    assertThatThrownBy(() -> models.get("lightgcn"))
        .hasMessage("no model \"lightgcn\"; known: bpr-mf, ease");
    assertThatThrownBy(() -> none.get("one-hot"))
        .hasMessage("no extractor \"one-hot\"; known: none");
  }

  @Test
  void optionsLieOverTheDefaults() {
    Plugins plugins = plugins(new SamplePlugin());

    assertThat(plugins.configured(PluginKind.MODEL, "bpr-mf").options())
        .isEqualTo(new BprOptions(64, 0.05));
    assertThat(plugins.configured(PluginKind.MODEL, "bpr-mf", "factors = 8").options())
        .isEqualTo(new BprOptions(8, 0.05));
    Configured<RecommenderFactory<?>> configured =
        plugins.configured(PluginKind.MODEL, "bpr-mf", Map.of("learning-rate", 1));
    assertThat(configured.options()).isEqualTo(new BprOptions(64, 1));
    assertThat(configured.plugin()).isSameAs(plugins.recommenders().get("bpr-mf"));
    assertThat(configured.label()).isEqualTo("bpr-mf");
  }

  @Test
  void badOptionsAndNamesAreReported() {
    Plugins plugins = plugins(new SamplePlugin());

    assertThatThrownBy(
            () -> plugins.configured(PluginKind.MODEL, "bpr-mf", "factors = 0, learningRate = 2"))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessage(
            """
            options:1: factors: 0 is not in 1 to 10000
            options:1: learningRate: unknown key; did you mean "learning-rate"?""");
    assertThatThrownBy(() -> plugins.configured(PluginKind.MODEL, "eese"))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageEndingWith("no model \"eese\"; did you mean \"ease\"? known: ease, bpr-mf");
  }

  @Test
  void optionsOfAnotherPluginAreRefused() {
    RecommenderFactory<?> ease = new Samples.Ease();

    assertThatThrownBy(() -> new Configured<>("l", "ease", ease, new BprOptions(1, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is not a " + Samples.EaseOptions.class.getName());
  }

  @Test
  void aNameBoundTwiceCitesBothPlugins() {
    String both = "by " + RivalPlugin.class.getName() + " and by " + SamplePlugin.class.getName();

    assertThatThrownBy(() -> plugins(new SamplePlugin(), new RivalPlugin()))
        .isInstanceOf(InvalidPluginException.class)
        .hasMessage(
            "model \"ease\" is bound twice: " + both + "\nmetric \"rmse\" is bound twice: " + both);
    RecsysPlugin twice =
        binder ->
            RecsysBindings.of(binder)
                .recommender("ease", Samples.Ease.class)
                .recommender("ease", Samples.Bpr.class);
    assertThatThrownBy(() -> plugins(twice))
        .isInstanceOf(InvalidPluginException.class)
        .hasMessageStartingWith("model \"ease\" is bound twice: by ");
  }

  @Test
  void oneClassMayHaveTwoNames() {
    Plugins plugins =
        plugins(
            binder ->
                RecsysBindings.of(binder)
                    .recommender("ease", Samples.Ease.class)
                    .recommender("eas-r", Samples.Ease.class),
            binder -> RecsysBindings.of(binder).recommender("easer", Samples.Ease.class));

    assertThat(plugins.recommenders().names()).containsExactly("eas-r", "ease", "easer");
  }

  @Test
  void namesAreKebabCase() {
    assertThatThrownBy(
            () ->
                plugins(
                    binder -> RecsysBindings.of(binder).recommender("Ease", Samples.Ease.class)))
        .isInstanceOf(InvalidPluginException.class)
        .hasMessageStartingWith("the plug-in " + PluginsTest.class.getName())
        .hasMessageEndingWith(" failed: name: \"Ease\" is not in kebab-case");
  }

  static final class Helper {}

  static final class Needy {
    final Optional<Helper> helper;

    @Inject
    Needy(Helper helper) {
      this.helper = Optional.of(helper);
    }
  }

  private static void bindNeedy(Binder binder) {
    binder.bind(Needy.class);
  }

  @Test
  void theInjectorIsStrict() {
    Plugins plugins = plugins(PluginsTest::bindNeedy, binder -> binder.bind(Helper.class));

    assertThat(plugins.instance(Needy.class).helper).isPresent();
    assertThatThrownBy(() -> plugins.instance(StringBuilder.class))
        .isInstanceOf(ConfigurationException.class);
    assertThatThrownBy(() -> plugins(PluginsTest::bindNeedy))
        .isInstanceOf(InvalidPluginException.class)
        .hasMessageStartingWith("plug-ins cannot be put together:")
        .hasMessageContaining("Helper");
  }

  @Test
  void aMissingClassNamesThePlugin() {
    RecsysPlugin broken =
        binder -> {
          throw new NoClassDefFoundError("org/example/Gone");
        };

    assertThatThrownBy(() -> plugins(broken))
        .isInstanceOf(InvalidPluginException.class)
        .hasMessageContaining(broken.getClass().getName())
        .hasMessageContaining("org/example/Gone");
  }
}
