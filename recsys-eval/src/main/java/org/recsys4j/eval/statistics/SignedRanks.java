package org.recsys4j.eval.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.inference.ContinuityCorrection;
import org.apache.commons.statistics.inference.SignificanceResult;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;

/**
 * Wilcoxon's signed-rank test (F. Wilcoxon, "Individual comparisons by ranking methods", Biometrics
 * Bulletin 1, 1945). Zero differences are left out first, as Wilcoxon did; equal ones share the
 * mean of their ranks. Exact for up to 50 differences without equal ones; otherwise the normal
 * approximation with variance corrected for equal ones, and without continuity correction.
 */
final class SignedRanks {
  private static final WilcoxonSignedRankTest TEST =
      WilcoxonSignedRankTest.withDefaults().with(ContinuityCorrection.DISABLED);

  private SignedRanks() {}

  /** The sum of the ranks of positive differences, and p; 1 where all differences are zero. */
  static TestResult test(double[] differences) {
    double[] nonzero = Arrays.stream(differences).filter(it -> it != 0).toArray();
    if (nonzero.length == 0) {
      return TestResult.alone(0, differences.length == 0 ? Double.NaN : 1);
    }
    SignificanceResult result = TEST.test(nonzero);
    return TestResult.alone(result.getStatistic(), Math.min(1, result.getPValue()));
  }
}
