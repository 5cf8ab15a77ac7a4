package org.recsys4j.eval.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.recsys4j.api.concurrent.Workers;

class ModelComparerTest {
  private static final Workers WORKERS = new Workers(2);
  private static final Resampling HOW = new Resampling(2_000, 1, 0.95, WORKERS);
  private static final List<String> LABELS = List.of("poor", "good", "twin", "best");

  @AfterAll
  static void end() {
    WORKERS.close();
  }

  private static double[][] values() {
    SplittableRandom random = new SplittableRandom(3);
    double[] common = random.doubles(300).toArray();
    double[][] values = new double[4][300];
    double[] gain = {0, 0.3, 0.3, 0.32};
    for (int m = 0; m < 4; m++) {
      int model = m;
      Arrays.setAll(values[m], i -> common[i] + gain[model] + 0.4 * random.nextDouble());
    }
    return values;
  }

  private static MetricComparison compare(boolean higher, Optional<String> reference) {
    return new ModelComparer(HOW, reference)
        .compare("ndcg@10", "nDCG@10", higher, LABELS, values(), true);
  }

  @Test
  void theBestIsTheReference() {
    MetricComparison best = compare(true, Optional.empty());
    assertThat(best.reference()).isEqualTo("best");
    assertThat(best.comparisons())
        .extracting(MetricComparison.Pair::first)
        .containsExactly("poor", "good", "twin");
    assertThat(best.comparisons()).allSatisfy(it -> assertThat(it.second()).isEqualTo("best"));
    assertThat(best.verdict("poor", 0.05)).isEqualTo(MetricComparison.Verdict.WORSE);
    assertThat(best.verdict("best", 0.05)).isEqualTo(MetricComparison.Verdict.OPEN);
    assertThat(best.againstReference("best")).isEmpty();
    assertThat(best.estimate("poor").orElseThrow().users()).isEqualTo(300);
    assertThat(best.pairs()).hasSize(6);
  }

  @Test
  void lowerMayBeBetter() {
    MetricComparison lower = compare(false, Optional.empty());
    assertThat(lower.reference()).isEqualTo("poor");
    assertThat(lower.verdict("good", 0.05)).isEqualTo(MetricComparison.Verdict.WORSE);
    assertThat(lower.againstReference("good").orElseThrow().difference()).isPositive();
  }

  @Test
  void aNamedReferenceMayBeBeaten() {
    MetricComparison named = compare(true, Optional.of("poor"));
    assertThat(named.reference()).isEqualTo("poor");
    assertThat(named.verdict("good", 0.05)).isEqualTo(MetricComparison.Verdict.BETTER);
    assertThat(compare(true, Optional.of("unknown")).reference()).isEqualTo("best");
  }

  @Test
  void eachComparisonIsThatOfThePairCorrectedForTheFamily() {
    double[][] values = values();
    MetricComparison all = compare(true, Optional.empty());
    PairedComparison good = all.againstReference("good").orElseThrow();
    PairedComparison alone = PairedComparison.of(values[1], values[3], HOW);
    assertThat(good.interval()).isEqualTo(alone.interval());
    assertThat(good.randomisation().p()).isEqualTo(alone.randomisation().p());
    double[] raw =
        all.comparisons().stream().mapToDouble(it -> it.result().student().p()).toArray();
    assertThat(all.comparisons())
        .extracting(it -> it.result().student().holm())
        .containsExactlyElementsOf(Arrays.stream(Correction.HOLM.of(raw)).boxed().toList());
  }

  @Test
  void missingNumbersCostOnlyThePairsThatNeedThem() {
    double[][] values = values();
    values[1][7] = Double.NaN;
    values[1][9] = Double.NaN;
    MetricComparison some =
        new ModelComparer(HOW, Optional.empty()).compare("m", "M", true, LABELS, values, false);
    assertThat(some.estimate("good").orElseThrow().users()).isEqualTo(298);
    assertThat(some.againstReference("good").orElseThrow().users()).isEqualTo(298);
    assertThat(some.againstReference("twin").orElseThrow())
        .usingRecursiveComparison()
        .ignoringFieldsMatchingRegexes(".*holm", ".*benjaminiHochberg")
        .isEqualTo(compare(true, Optional.empty()).againstReference("twin").orElseThrow());
    assertThat(some.pairs()).isEmpty();
  }

  @Test
  void refusesWhatDoesNotFit() {
    ModelComparer comparer = new ModelComparer(HOW, Optional.empty());
    assertThatThrownBy(() -> comparer.compare("m", "M", true, LABELS, new double[2][3], false))
        .hasMessage("2 models with numbers, 4 labels");
    double[][] ragged = {{1}, {1, 2}};
    assertThatThrownBy(() -> comparer.compare("m", "M", true, List.of("a", "b"), ragged, false))
        .hasMessage("numbers of 2 and of 1 users");
  }
}
