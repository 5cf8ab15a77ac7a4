package org.recsys4j.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.recsys4j.api.SplitStore;
import org.recsys4j.api.plugin.Plugins;
import org.recsys4j.data.split.TsvSplitStore;

class DataPluginTest {
  private final Plugins plugins = Options.plugins();

  @Test
  void bindsEverything() {
    assertThat(plugins.sources().names())
        .containsExactlyInAnyOrder(
            "online-retail",
            "movietweetings",
            "movielens",
            "delimited",
            "lightgcn",
            "ncf",
            "amazon-reviews",
            "jdbc",
            "parquet",
            "sasrec",
            "svmlight",
            "synthetic");
    assertThat(plugins.preparations().names())
        .containsExactlyInAnyOrder("deduplicate", "value-threshold", "k-core");
    assertThat(plugins.splitters().names())
        .containsExactlyInAnyOrder("global-time", "leave-last-out", "random-holdout", "given");
    assertThat(plugins.candidates().names()).containsExactlyInAnyOrder("uniform-sample", "given");
    assertThat(plugins.extractors().names())
        .containsExactlyInAnyOrder("numeric", "categorical", "multi-hot");
    assertThat(plugins.instance(SplitStore.class)).isInstanceOf(TsvSplitStore.class);
  }

  @Test
  void isFoundOnTheClassPath() {
    assertThat(Plugins.load().sources().contains("online-retail")).isTrue();
  }
}
