package org.recsys4j.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricFactory;
import org.recsys4j.api.config.InvalidConfigException;
import org.recsys4j.api.plugin.Configured;
import org.recsys4j.api.plugin.PluginKind;
import org.recsys4j.api.plugin.Plugins;

class EvalPluginTest {
  private final Plugins plugins = Plugins.load();

  private static <O extends Record> Metric create(MetricFactory<O> factory, Record options) {
    return factory.create(factory.optionsType().cast(options));
  }

  @ParameterizedTest
  @CsvSource({
    "ndcg, nDCG@7",
    "recall, Recall@7",
    "precision, Precision@7",
    "f1, F1@7",
    "hit-rate, HitRate@7",
    "mrr, MRR@7",
    "map, MAP@7",
    "coverage, Coverage@7"
  })
  void makesEachMetricFromItsShortName(String name, String label) {
    Configured<MetricFactory<?>> configured = plugins.configured(PluginKind.METRIC, name + "@7");
    Metric metric = create(configured.plugin(), configured.options());
    assertThat(metric.label()).isEqualTo(label);
    assertThat(metric.depth()).isEqualTo(7);
    assertThat(configured.plugin().summary()).isNotBlank();
    assertThat(configured.plugin().reference()).isNotBlank();
  }

  @Test
  void asksForTheCutoff() {
    assertThatThrownBy(() -> plugins.configured(PluginKind.METRIC, "ndcg"))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining("k: missing");
    assertThatThrownBy(() -> plugins.configured(PluginKind.METRIC, "ndcg", "k = 0"))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining("k: 0 is not");
  }
}
