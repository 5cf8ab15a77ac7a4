package org.recsys4j.eval.statistics;

import java.util.Locale;

/**
 * What users say of two models under one metric. All tests are two-sided and paired: each user is
 * the difference of the user's two numbers.
 *
 * <p>Where all differences are zero, every p value is 1. Of one user, Student's test and the
 * interval are unknown (NaN).
 *
 * @param users how many users have a number under both models; the others are left out
 * @param larger how many have a larger number under the first model
 * @param equal how many have equal numbers
 * @param smaller how many have a smaller number under the first model
 * @param difference the mean of first minus second
 * @param deviation standard deviation of the differences, by n - 1
 * @param interval bootstrap interval of the mean difference (BCa): Efron 1987
 * @param student Student's paired t test ("Student", "The probable error of a mean", Biometrika 6,
 *     1908); the statistic is t with n - 1 degrees of freedom
 * @param wilcoxon Wilcoxon's signed-rank test; zero differences are left out, equal ones share
 *     their mean rank, exact for up to 50 differences without equal ones and normal otherwise; the
 *     statistic is the sum of the ranks of positive differences
 * @param randomisation the sign-flip randomisation test (R. A. Fisher, "The Design of Experiments",
 *     1935; for retrieval: M. Smucker, J. Allan, B. Carterette, CIKM 2007): p is {@code (1 + draws
 *     whose absolute mean reaches the observed one) / (1 + draws)}, so never below 1 / (1 + draws);
 *     the statistic is the mean difference
 * @param cohenDz the mean difference in standard deviations of the differences, Cohen's d for
 *     paired samples (d_z): 0.2 is small, 0.8 large; infinite where all differences are equal
 * @param superiority probability that the first model has the larger number for a random user,
 *     equal numbers counted half; 0.5 where neither is ahead
 * @param detectable the smallest mean difference that so many users can show with 80 % power at
 *     two-sided 5 %: see {@link Power}
 */
public record PairedComparison(
    int users,
    int larger,
    int equal,
    int smaller,
    double difference,
    double deviation,
    Interval interval,
    TestResult student,
    TestResult wilcoxon,
    TestResult randomisation,
    double cohenDz,
    double superiority,
    double detectable) {

  /**
   * Compares two models.
   *
   * @param first one number a user; NaN where a user has none
   * @param second the numbers of the same users, in the same order
   * @param how how resamples are drawn
   * @return first minus second
   * @throws IllegalArgumentException if there are not as many numbers in both
   */
  public static PairedComparison of(double[] first, double[] second, Resampling how) {
    if (first.length != second.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "%d numbers cannot be paired with %d", first.length, second.length));
    }
    return Sample.of(how, first, second).compare(0, 1);
  }

  /** With p values corrected: of Student's, Wilcoxon's and the randomisation test. */
  PairedComparison corrected(TestResult byStudent, TestResult byWilcoxon, TestResult byFlips) {
    return new PairedComparison(
        users,
        larger,
        equal,
        smaller,
        difference,
        deviation,
        interval,
        byStudent,
        byWilcoxon,
        byFlips,
        cohenDz,
        superiority,
        detectable);
  }
}
