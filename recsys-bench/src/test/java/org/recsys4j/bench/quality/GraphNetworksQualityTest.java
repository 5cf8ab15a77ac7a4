package org.recsys4j.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Short trainings on the embedded data: far from converged, and above popularity already. */
class GraphNetworksQualityTest {
  @TempDir private Path out;

  @ParameterizedTest
  @CsvSource({"online-retail, 8192, 0.12", "movietweetings, 2048, 0.125"})
  void lightGcnBeatsPopularity(String source, int batchSize, double floor) {
    Map<String, Map<String, Double>> metrics =
        Experiments.run(
            "random-holdout.conf",
            out,
            "settings.source=" + source,
            "experiment.models=[popularity, {name = lightgcn, options {factors = 32, layers = 2,"
                + " learning-rate = 0.02, epochs = 8, batch-size = "
                + batchSize
                + "}}]");
    double reached = metrics.get("lightgcn").get("ndcg@10");
    assertThat(reached).isGreaterThan(metrics.get("popularity").get("ndcg@10"));
    assertThat(reached).isGreaterThanOrEqualTo(floor);
  }

  /** One layer of 16 numbers, since several layers of transformations take longer to learn. */
  @Test
  void ngcfBeatsPopularity() {
    Map<String, Map<String, Double>> metrics =
        Experiments.run(
            "random-holdout.conf",
            out,
            "experiment.models=[popularity, {name = ngcf, options {factors = 16, layers = 1,"
                + " learning-rate = 0.02, epochs = 6, batch-size = 8192}}]");
    double reached = metrics.get("ngcf").get("ndcg@10");
    assertThat(reached).isGreaterThan(metrics.get("popularity").get("ndcg@10"));
    assertThat(reached).isGreaterThanOrEqualTo(0.075);
  }
}
