package org.recsys4j.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Short trainings on the embedded data: far from converged, and above popularity already. */
class ConvolutionsQualityTest {
  private static final double FLOOR = 0.075;

  @TempDir private Path out;

  @Test
  void caserBeatsPopularity() {
    Map<String, Map<String, Double>> metrics =
        Experiments.run(
            "random-holdout.conf",
            out,
            "settings.source=online-retail",
            "experiment.models=[popularity, {name = caser, options {factors = 16,"
                + " horizontal-filters = 4, batch-size = 2048, learning-rate = 0.01, epochs = 3}}]");
    double reached = metrics.get("caser").get("ndcg@10");
    assertThat(reached).isGreaterThan(metrics.get("popularity").get("ndcg@10"));
    assertThat(reached).isGreaterThanOrEqualTo(FLOOR);
  }
}
