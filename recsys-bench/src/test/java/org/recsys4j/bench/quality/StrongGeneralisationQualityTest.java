package org.recsys4j.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users who come after training are served from their events to fold in. */
class StrongGeneralisationQualityTest {
  private static final String MODELS =
      "experiment.models=[popularity, item-knn, { name = ease, options { regularisation = 200 } },"
          + " ials, { name = multi-vae, options { epochs = 12 } }]";

  @TempDir private Path out;

  @Test
  void modelsThatScoreFromAHistoryBeatPopularity() {
    Map<String, Map<String, Double>> metrics =
        Experiments.run("strong-generalisation.conf", out, MODELS);

    double popularity = metrics.get("popularity").get("ndcg@100");
    assertThat(popularity).isBetween(0.08, 0.10);
    for (String model : List.of("item-knn", "ease", "ials", "multi-vae")) {
      assertThat(metrics.get(model).get("ndcg@100")).as(model).isGreaterThan(1.3 * popularity);
    }
    assertThat(metrics.get("ease").get("ndcg@100")).isGreaterThan(0.36);
  }
}
