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
            "recbole",
            "amazon-reviews",
            "jdbc",
            "parquet",
            "sasrec",
            "svmlight",
            "synthetic",
            "saved-split");
    assertThat(plugins.preparations().names())
        .containsExactlyInAnyOrder(
            "deduplicate",
            "value-threshold",
            "k-core",
            "minimum-count",
            "value-interval",
            "implicit",
            "time-window",
            "activity-cap",
            "sample-users",
            "anonymize");
    assertThat(plugins.splitters().names())
        .containsExactlyInAnyOrder(
            "global-time",
            "leave-last-out",
            "random-holdout",
            "temporal-holdout",
            "k-fold",
            "leave-one-out",
            "cold-users",
            "cold-items",
            "fold-in-users",
            "session",
            "given");
    assertThat(plugins.candidates().names())
        .containsExactlyInAnyOrder("uniform-sample", "popularity-sample", "time-window", "given");
    assertThat(plugins.extractors().names())
        .containsExactlyInAnyOrder(
            "numeric",
            "categorical",
            "multi-hot",
            "hashing",
            "bucketize",
            "crossed",
            "date-time",
            "text-tfidf",
            "text-sequence",
            "image",
            "embedding",
            "statistics",
            "sequence",
            "clip",
            "scale",
            "select");
    assertThat(plugins.instance(SplitStore.class)).isInstanceOf(TsvSplitStore.class);
  }

  @Test
  void isFoundOnTheClassPath() {
    assertThat(Plugins.load().sources().contains("online-retail")).isTrue();
  }
}
