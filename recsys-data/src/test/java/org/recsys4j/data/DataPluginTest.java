package org.recsys4j.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.recsys4j.api.Configurable;
import org.recsys4j.api.SplitStore;
import org.recsys4j.api.config.OptionDescription;
import org.recsys4j.api.plugin.PluginKind;
import org.recsys4j.api.plugin.Plugins;
import org.recsys4j.data.split.TsvSplitStore;

class DataPluginTest {
  private final Plugins plugins = Options.plugins();

  @Test
  void bindsEverything() {
    assertThat(plugins.sources().names())
        .containsExactlyInAnyOrder("online-retail", "movietweetings", "movielens", "delimited");
    assertThat(plugins.preparations().names())
        .containsExactlyInAnyOrder("deduplicate", "value-threshold", "k-core");
    assertThat(plugins.splitters().names())
        .containsExactlyInAnyOrder("global-time", "leave-last-out", "random-holdout");
    assertThat(plugins.extractors().names())
        .containsExactlyInAnyOrder("numeric", "categorical", "multi-hot");
    assertThat(plugins.instance(SplitStore.class)).isInstanceOf(TsvSplitStore.class);
  }

  @Test
  void isFoundOnTheClassPath() {
    assertThat(Plugins.load().sources().contains("online-retail")).isTrue();
  }

  @Test
  void everyOptionHasAMeaning() {
    for (PluginKind<?> kind : PluginKind.all()) {
      for (String name : plugins.registry(kind).names()) {
        Configurable<?> plugin = plugins.registry(kind).get(name);
        List<OptionDescription> options =
            OptionDescription.of(plugin.optionsType(), plugins.defaults(kind, name));
        assertThat(options)
            .as("%s %s", kind, name)
            .allSatisfy(option -> assertThat(option.meaning()).isNotBlank());
        assertThat(plugin.summary()).isNotBlank().doesNotEndWith(".").doesNotContain("\n");
      }
    }
  }

  @Test
  void everyKeyOfReferenceConfIsAnOption() {
    for (PluginKind<?> kind : PluginKind.all()) {
      for (String name : plugins.registry(kind).names()) {
        List<String> options =
            OptionDescription.of(
                    plugins.registry(kind).get(name).optionsType(), plugins.defaults(kind, name))
                .stream()
                .map(option -> option.key().replaceFirst("\\..*", ""))
                .distinct()
                .toList();
        assertThat(plugins.defaults(kind, name).keySet())
            .as("%s %s", kind, name)
            .containsExactlyInAnyOrderElementsOf(options);
      }
    }
  }
}
