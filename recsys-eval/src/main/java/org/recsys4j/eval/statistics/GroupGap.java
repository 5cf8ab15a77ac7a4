package org.recsys4j.eval.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.statistics.inference.SignificanceResult;
import org.apache.commons.statistics.inference.TTest;

/**
 * The difference between the best and the worst served of several groups of users, and whether it
 * is more than chance: the two-sided t test for unequal variances (B. L. Welch, Biometrika 34,
 * 1947). Since the two groups are chosen by their means, p is corrected by Holm for all pairs of
 * groups.
 *
 * @param best group with the best mean
 * @param worst group with the worst mean
 * @param difference the mean of the best less that of the worst
 * @param test Welch's; unknown (NaN) where a group has one user or no spread
 */
public record GroupGap(String best, String worst, double difference, TestResult test) {
  /**
   * Compares groups.
   *
   * @param groups numbers of users by group; groups without users do not count
   * @param higherIsBetter which direction is better
   * @return the gap, empty for fewer than two groups
   */
  public static Optional<GroupGap> of(Map<String, double[]> groups, boolean higherIsBetter) {
    List<String> names = new ArrayList<>();
    List<Moments> moments = new ArrayList<>();
    groups.forEach(
        (name, values) -> {
          if (values.length > 0) {
            names.add(name);
            moments.add(Moments.of(values));
          }
        });
    if (names.size() < 2) {
      return Optional.empty();
    }
    int best = 0;
    int worst = 0;
    double sign = higherIsBetter ? 1 : -1;
    for (int i = 1; i < names.size(); i++) {
      best = sign * (moments.get(i).mean() - moments.get(best).mean()) > 0 ? i : best;
      worst = sign * (moments.get(i).mean() - moments.get(worst).mean()) <= 0 ? i : worst;
    }
    List<TestResult> tests = new ArrayList<>();
    int asked = 0;
    for (int i = 0; i < names.size(); i++) {
      for (int j = i + 1; j < names.size(); j++) {
        asked = Math.min(best, worst) == i && Math.max(best, worst) == j ? tests.size() : asked;
        boolean forwards = sign * (moments.get(i).mean() - moments.get(j).mean()) >= 0;
        tests.add(welch(moments.get(forwards ? i : j), moments.get(forwards ? j : i)));
      }
    }
    double[] p = tests.stream().mapToDouble(TestResult::p).toArray();
    return Optional.of(
        new GroupGap(
            names.get(best),
            names.get(worst),
            moments.get(best).mean() - moments.get(worst).mean(),
            tests
                .get(asked)
                .corrected(
                    Correction.HOLM.of(p)[asked], Correction.BENJAMINI_HOCHBERG.of(p)[asked])));
  }

  private static TestResult welch(Moments first, Moments second) {
    if (!(first.deviation() > 0 && second.deviation() > 0)) {
      return TestResult.alone(Double.NaN, Double.NaN);
    }
    SignificanceResult result =
        TTest.withDefaults()
            .test(
                first.mean(),
                first.deviation() * first.deviation(),
                first.count(),
                second.mean(),
                second.deviation() * second.deviation(),
                second.count());
    return TestResult.alone(result.getStatistic(), result.getPValue());
  }
}
