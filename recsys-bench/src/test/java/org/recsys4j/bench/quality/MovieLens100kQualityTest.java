package org.recsys4j.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.DoubleSummaryStatistics;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recsys4j.api.testing.BenchData;

/** What RecBole reports for BPR on MovieLens-100K is reached under its protocol. */
class MovieLens100kQualityTest {
  @TempDir private Path out;

  @Test
  void bprReachesRecBolesNumbersInTheMeanOfThreeSeeds() {
    String folder = "settings.folder=\"" + BenchData.folder("ml-100k") + "\"";
    DoubleSummaryStatistics ndcg = new DoubleSummaryStatistics();
    DoubleSummaryStatistics recall = new DoubleSummaryStatistics();
    for (int seed = 1; seed <= 3; seed++) {
      Map<String, Double> bpr =
          Experiments.run(
                  "published/ml-100k-recbole-general.conf",
                  out.resolve("seed-" + seed),
                  folder,
                  "experiment.seed=" + seed)
              .get("bpr-mf");
      ndcg.accept(bpr.get("ndcg@10"));
      recall.accept(bpr.get("recall@10"));
    }

    assertThat(ndcg.getAverage()).isGreaterThanOrEqualTo(0.28);
    assertThat(recall.getAverage()).isGreaterThanOrEqualTo(0.24);
  }
}
