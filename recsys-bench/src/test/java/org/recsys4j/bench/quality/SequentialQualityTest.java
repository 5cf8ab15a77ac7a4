package org.recsys4j.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * On the embedded data, every model of sequences finds the next item more often than popularity.
 */
class SequentialQualityTest {
  @TempDir private Path out;

  @ParameterizedTest
  @CsvSource({"online-retail, 1.5", "movietweetings, 1.5"})
  void modelsOfSequencesBeatPopularity(String source, double times) {
    Map<String, Map<String, Double>> metrics =
        Experiments.run("sequential.conf", out, "settings.source=" + source);
    double popularity = metrics.get("popularity").get("ndcg@10");
    for (String model : List.of("gru4rec", "sasrec")) {
      assertThat(metrics.get(model).get("ndcg@10"))
          .as("%s, popularity %s", model, popularity)
          .isGreaterThan(times * popularity);
    }
  }
}
