package org.recsys4j.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On the embedded data, every model that learns about users beats the one that does not. */
class RandomHoldoutQualityTest {
  @TempDir private Path out;

  @ParameterizedTest
  @CsvSource({
    // floors of EASE, and what an independent computation gave for it and for popularity
    "online-retail, 0.27, 0.283, 0.056",
    "movietweetings, 0.155, 0.163, 0.125",
  })
  void personalisedModelsBeatPopularity(
      String source, double floor, double independentEase, double independentPopularity) {
    Map<String, Map<String, Double>> metrics =
        Experiments.run("random-holdout.conf", out, "settings.source=" + source);

    double popularity = ndcg(metrics, "popularity");
    for (String model : List.of("item-knn", "ease", "bpr-mf", "neumf")) {
      assertThat(ndcg(metrics, model)).as(model).isGreaterThan(popularity);
    }
    assertThat(ndcg(metrics, "ease")).isGreaterThanOrEqualTo(floor);
    assertThat(ndcg(metrics, "ease")).isCloseTo(independentEase, within(0.01));
    assertThat(popularity).isCloseTo(independentPopularity, within(0.01));
  }

  private static double ndcg(Map<String, Map<String, Double>> metrics, String model) {
    return metrics.get(model).get("ndcg@10");
  }
}
