package org.recsys4j.eval.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * One model that was trained several times: under several seeds, or on several folds.
 *
 * <p>Two questions, two intervals. How much does a training's number move from training to training
 * on these very users? That is {@code deviation} and {@code interval}, Student's of the
 * replications' means. And where is the mean of all trainings over all users? That needs both
 * sources of variation at once: {@code mixed}.
 *
 * @param sameUsers whether the mixed summary takes the replications to have measured the same users
 * @param numbers what each replication came to, in their order
 * @param mean the mean of these, each counting once
 * @param deviation standard deviation of the numbers; NaN of a single one
 * @param interval of the mean over replications on these users: {@code mean +- t(r - 1) deviation /
 *     sqrt(r)}; unknown of a single one
 * @param mixed both sources of variation
 */
public record Replications(
    boolean sameUsers,
    List<Double> numbers,
    double mean,
    double deviation,
    Interval interval,
    Mixed mixed) {
  /** Copies the list. */
  public Replications {
    numbers = List.copyOf(numbers);
  }

  /**
   * The mixed summary, by analysis of variance with random effects (S. R. Searle, G. Casella, C. E.
   * McCulloch, "Variance Components", 1992). A component that comes out negative is 0.
   *
   * <p>The same users: {@code y(r,u) = m + a(r) + b(u) + e(r,u)}. With mean squares R of the
   * replications, U of the users and E of the rest, of r replications and n users, the variances
   * are {@code (R - E) / n}, {@code (U - E) / r} and E, and the squared standard error of the mean
   * is {@code (R + U - E) / (r n)}.
   *
   * <p>Other users each time: {@code y(r,u) = m + a(r) + e(r,u)}, users within replications. With
   * mean squares B between and W within, the variances are {@code (B - W) / n} and W, and the
   * squared error is {@code B / (r n)}. For unequal n, see Searle et al., chapter 3.
   *
   * @param betweenReplications variance of a, from training to training; NaN of a single one
   * @param betweenUsers variance of b, from user to user; NaN where users differ between
   *     replications, which cannot tell it from the rest
   * @param residual variance of e
   * @param standardError of the mean
   * @param degreesOfFreedom of the standard error (F. E. Satterthwaite, Biometrics Bulletin 2,
   *     1946)
   * @param interval of the mean over all trainings and all users
   */
  public record Mixed(
      double betweenReplications,
      double betweenUsers,
      double residual,
      double standardError,
      double degreesOfFreedom,
      Interval interval) {}

  /**
   * Replications of which nothing is known but what each came to, as under a metric that only all
   * lists together have: there is no mixed summary.
   *
   * @param numbers one a replication
   * @param level confidence level, between 0 and 1
   * @return the summary
   */
  public static Replications of(double[] numbers, double level) {
    double nan = Double.NaN;
    Moments means = Moments.of(numbers);
    Mixed unknown = new Mixed(nan, nan, nan, nan, nan, Interval.unknown(level));
    return of(false, numbers, means, level, unknown);
  }

  /**
   * Replications with numbers of users, who may differ. The mixed summary is {@link #crossed} over
   * the users of all replications where these are at least half of all users, as with seeds, and
   * folds over the events of each user; otherwise {@link #nested}, as with folds over users.
   *
   * @param numbers what each replication came to
   * @param values for each replication one number a user, users in one order; NaN where a
   *     replication did not measure a user
   * @param level confidence level, between 0 and 1
   * @return the summary
   */
  public static Replications of(double[] numbers, double[][] values, double level) {
    int anywhere = 0;
    int everywhere = 0;
    for (int user = 0; user < values[0].length; user++) {
      int of = user;
      long measured = Arrays.stream(values).filter(it -> !Double.isNaN(it[of])).count();
      anywhere += measured > 0 ? 1 : 0;
      everywhere += measured == values.length ? 1 : 0;
    }
    boolean same = 2 * everywhere >= anywhere;
    Replications users = same ? crossed(values, level) : nested(values, level);
    return of(same, numbers, Moments.of(numbers), level, users.mixed);
  }

  /**
   * Replications that measured the same users.
   *
   * @param values for each replication one number a user, users in one order; those with a NaN
   *     anywhere are left out
   * @param level confidence level, between 0 and 1
   * @return the summary
   */
  public static Replications crossed(double[][] values, double level) {
    int[] complete =
        IntStream.range(0, values[0].length)
            .filter(user -> Arrays.stream(values).noneMatch(it -> Double.isNaN(it[user])))
            .toArray();
    double[][] rows =
        Arrays.stream(values)
            .map(it -> IntStream.of(complete).mapToDouble(user -> it[user]).toArray())
            .toArray(double[][]::new);
    int r = rows.length;
    int n = complete.length;
    double[] ofReplication = means(rows);
    Moments means = Moments.of(ofReplication);
    double mean = means.mean();
    double users = 0;
    double rest = 0;
    for (int user = 0; user < n; user++) {
      double ofUser = 0;
      for (double[] row : rows) {
        ofUser += row[user] / r;
      }
      users += r * square(ofUser - mean);
      for (int i = 0; i < r; i++) {
        rest += square(rows[i][user] - ofReplication[i] - ofUser + mean);
      }
    }
    double meanSquareUsers = users / (n - 1);
    Effect byUsers = new Effect(meanSquareUsers, n - 1);
    if (r == 1) {
      return of(true, ofReplication, level, Double.NaN, Double.NaN, meanSquareUsers, byUsers, n);
    }
    Effect byReplications = new Effect(n * square(means.deviation()), r - 1);
    Effect residual = new Effect(rest / ((r - 1.0) * (n - 1)), (r - 1.0) * (n - 1));
    return of(
        true,
        ofReplication,
        level,
        Math.max(0, byReplications.meanSquare() - residual.meanSquare()) / n,
        Math.max(0, byUsers.meanSquare() - residual.meanSquare()) / r,
        residual.meanSquare(),
        Effect.both(byReplications, byUsers, residual),
        (double) r * n);
  }

  /**
   * Replications that measured users of their own, such as folds over users.
   *
   * @param values for each replication one number a user; NaN where a user has none
   * @param level confidence level, between 0 and 1
   * @return the summary
   */
  public static Replications nested(double[][] values, double level) {
    double[][] rows =
        Arrays.stream(values)
            .map(it -> Arrays.stream(it).filter(value -> !Double.isNaN(value)).toArray())
            .toArray(double[][]::new);
    int r = rows.length;
    double[] means = means(rows);
    double total = 0;
    double squares = 0;
    double inverse = 0;
    double within = 0;
    double weighted = 0;
    for (double[] row : rows) {
      total += row.length;
      squares += square(row.length);
      inverse += 1.0 / row.length / r / r;
      Moments of = Moments.of(row);
      within += row.length < 2 ? 0 : (row.length - 1) * square(of.deviation());
      weighted += row.length * of.mean();
    }
    double residual = within / (total - r);
    if (r == 1) {
      Effect users = new Effect(residual, total - 1);
      return of(false, means, level, Double.NaN, Double.NaN, residual, users, total);
    }
    double between = 0;
    for (double[] row : rows) {
      between += row.length * square(Moments.of(row).mean() - weighted / total);
    }
    double typical = (total - squares / total) / (r - 1);
    double variance = Math.max(0, (between / (r - 1) - residual) / typical);
    Effect error = new Effect(variance / r + residual * inverse, variance > 0 ? r - 1 : total - r);
    return of(false, means, level, variance, Double.NaN, residual, error, 1);
  }

  /** A mean square, or a sum of some, with its degrees of freedom. */
  private record Effect(double meanSquare, double degreesOfFreedom) {
    /** R + U - E, without what does not stand out of E. */
    static Effect both(Effect replications, Effect users, Effect residual) {
      double e = residual.meanSquare;
      boolean first = replications.meanSquare > e;
      boolean second = users.meanSquare > e;
      if (first && second) {
        double sum = replications.meanSquare + users.meanSquare - e;
        double parts = replications.part() + users.part() + residual.part();
        return new Effect(sum, sum * sum / parts);
      }
      return first ? replications : second ? users : residual;
    }

    private double part() {
      return meanSquare == 0 ? 0 : meanSquare * meanSquare / degreesOfFreedom;
    }
  }

  private static Replications of(
      boolean sameUsers,
      double[] numbers,
      double level,
      double betweenReplications,
      double betweenUsers,
      double residual,
      Effect effect,
      double count) {
    Moments means = Moments.of(numbers);
    double error = Math.sqrt(effect.meanSquare() / count);
    Mixed mixed =
        new Mixed(
            betweenReplications,
            betweenUsers,
            residual,
            error,
            effect.degreesOfFreedom(),
            student(means.mean(), error, effect.degreesOfFreedom(), level));
    return of(sameUsers, numbers, means, level, mixed);
  }

  private static Replications of(
      boolean sameUsers, double[] numbers, Moments means, double level, Mixed mixed) {
    int r = numbers.length;
    return new Replications(
        sameUsers,
        Arrays.stream(numbers).boxed().toList(),
        means.mean(),
        means.deviation(),
        student(means.mean(), means.deviation() / Math.sqrt(r), r - 1, level),
        mixed);
  }

  private static Interval student(double mean, double error, double freedom, double level) {
    if (!(freedom > 0) || Double.isNaN(error)) {
      return Interval.unknown(level);
    }
    double half = -TDistribution.of(freedom).inverseCumulativeProbability((1 - level) / 2) * error;
    return new Interval(level, mean - half, mean + half);
  }

  private static double[] means(double[][] rows) {
    return Arrays.stream(rows).mapToDouble(row -> Moments.of(row).mean()).toArray();
  }

  private static double square(double value) {
    return value * value;
  }
}
