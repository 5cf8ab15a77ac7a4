package org.recsys4j.eval.statistics;

/**
 * What a two-sided test came to.
 *
 * @param statistic the test's statistic; positive infinity or NaN where the numbers have no spread
 * @param p the probability of a statistic at least as extreme if there is no difference; NaN where
 *     the test cannot be done
 * @param holm p, corrected by {@link Correction#HOLM} for the number of models compared; equal to p
 *     where one test stands alone
 * @param benjaminiHochberg the same by {@link Correction#BENJAMINI_HOCHBERG}
 */
public record TestResult(double statistic, double p, double holm, double benjaminiHochberg) {
  /** A test that stands alone. */
  static TestResult alone(double statistic, double p) {
    return new TestResult(statistic, p, p, p);
  }

  TestResult corrected(double byHolm, double byBenjaminiHochberg) {
    return new TestResult(statistic, p, byHolm, byBenjaminiHochberg);
  }
}
