package org.recsys4j.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On embedded data, every model of sequences finds the next item more often than popularity. */
class SequentialQualityTest {
  @TempDir private Path out;

  @Test
  void modelsOfSequencesBeatPopularity() {
    Map<String, Map<String, Double>> metrics = Experiments.run("sequential.conf", out);
    double popularity = metrics.get("popularity").get("ndcg@10");
    for (String model : List.of("gru4rec", "sasrec", "nextitnet")) {
      assertThat(metrics.get(model).get("ndcg@10"))
          .as("%s, popularity %s", model, popularity)
          .isGreaterThan(1.5 * popularity);
    }
  }
}
