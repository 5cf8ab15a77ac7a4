package org.recsys4j.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recsys4j.api.testing.BenchData;

/**
 * Popularity has no parameter and no chance, so its numbers tell whether data and protocol are
 * those of a paper.
 */
class PublishedProtocolsTest {
  @TempDir private Path out;

  private Map<String, Double> popularity(String file, String set, String... overrides) {
    String[] all = new String[overrides.length + 2];
    all[0] = "settings.folder=\"" + BenchData.folder(set) + "\"";
    all[1] = "experiment.models=[popularity]";
    System.arraycopy(overrides, 0, all, 2, overrides.length);
    return Experiments.run("published/" + file, out, all).get("popularity");
  }

  /** The NCF paper's authors report HR@10 0.4535 and nDCG@10 0.2542 for ItemPop. */
  @Test
  void ncf() {
    Map<String, Double> popularity =
        popularity("ncf-ml-1m.conf", "ncf-ml-1m", "experiment.split.validation=0");

    assertThat(popularity).containsOnlyKeys("ndcg@10[given]", "hit-rate@10[given]");
    assertThat(popularity.get("hit-rate@10[given]")).isCloseTo(0.4535, within(0.002));
    assertThat(popularity.get("ndcg@10[given]")).isCloseTo(0.2542, within(0.002));
  }

  /** An independent computation, with other draws, gave 0.4175 and 0.2271. */
  @Test
  void sasRecSampled() {
    Map<String, Double> popularity = popularity("ml-1m-sasrec-sampled.conf", "ml-1m");

    assertThat(popularity.get("hit-rate@10[uniform-100]")).isCloseTo(0.4175, within(0.01));
    assertThat(popularity.get("ndcg@10[uniform-100]")).isCloseTo(0.2271, within(0.006));
  }

  /** Papers on this split report recall@20 0.0416 and nDCG@20 0.0317 for popularity. */
  @Test
  void lightGcn() {
    Map<String, Double> popularity = popularity("gowalla-lightgcn.conf", "gowalla");

    assertThat(popularity.get("recall@20")).isCloseTo(0.0416, within(0.00005));
    assertThat(popularity.get("ndcg@20")).isCloseTo(0.0317, within(0.00005));
  }
}
