package org.recsys4j.eval.statistics;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Comparisons that are made together: their p values are corrected for one another. */
final class Family {
  private Family() {}

  /** The same comparisons with all three tests corrected. */
  static List<PairedComparison> corrected(List<PairedComparison> comparisons) {
    List<TestResult> student = corrected(comparisons, PairedComparison::student);
    List<TestResult> wilcoxon = corrected(comparisons, PairedComparison::wilcoxon);
    List<TestResult> randomisation = corrected(comparisons, PairedComparison::randomisation);
    return IntStream.range(0, comparisons.size())
        .mapToObj(
            i ->
                comparisons.get(i).corrected(student.get(i), wilcoxon.get(i), randomisation.get(i)))
        .toList();
  }

  private static List<TestResult> corrected(
      List<PairedComparison> comparisons, Function<PairedComparison, TestResult> test) {
    double[] p = comparisons.stream().map(test).mapToDouble(TestResult::p).toArray();
    double[] holm = Correction.HOLM.of(p);
    double[] hochberg = Correction.BENJAMINI_HOCHBERG.of(p);
    return IntStream.range(0, p.length)
        .mapToObj(i -> test.apply(comparisons.get(i)).corrected(holm[i], hochberg[i]))
        .toList();
  }
}
