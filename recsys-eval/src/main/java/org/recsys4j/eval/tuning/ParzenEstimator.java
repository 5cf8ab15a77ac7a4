package org.recsys4j.eval.tuning;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.TruncatedNormalDistribution;

/**
 * The density of numbers in an interval, estimated from some of them: the adaptive Parzen estimator
 * of Bergstra et al. (2011).
 *
 * <p>It is a mixture, in equal parts, of a normal distribution around each number and of one around
 * the middle of the interval that is as wide as the interval, the prior; all are cut off at the
 * bounds. A component's standard deviation is the greater one of the distances to its neighbours,
 * the prior's centre being one of them, and no more than the width of the interval, and no less
 * than that divided by the number of components or 100, whichever is less. Immutable.
 */
final class ParzenEstimator {
  private static final int NARROWEST = 100;

  private final TruncatedNormalDistribution[] components;

  /**
   * An estimator.
   *
   * @param numbers in the interval; there may be none
   * @param low where the interval begins
   * @param high where it ends
   */
  ParzenEstimator(double[] numbers, double low, double high) {
    double width = high - low;
    double middle = low + width / 2;
    double[] centres = Arrays.copyOf(numbers, numbers.length + 1);
    centres[numbers.length] = middle;
    Arrays.sort(centres);
    int prior = Arrays.binarySearch(centres, middle);
    double least = width / Math.min(NARROWEST, centres.length + 1);
    components = new TruncatedNormalDistribution[centres.length];
    for (int i = 0; i < centres.length; i++) {
      double left = i > 0 ? centres[i] - centres[i - 1] : 0;
      double right = i + 1 < centres.length ? centres[i + 1] - centres[i] : 0;
      double deviation =
          i == prior ? width : Math.max(least, Math.min(width, Math.max(left, right)));
      components[i] = TruncatedNormalDistribution.of(centres[i], deviation, low, high);
    }
  }

  /** Draws a number of the interval. */
  double draw(SplittableRandom random) {
    TruncatedNormalDistribution component = components[random.nextInt(components.length)];
    return component.inverseCumulativeProbability(random.nextDouble());
  }

  /** The density at a number. */
  double density(double number) {
    double sum = 0;
    for (TruncatedNormalDistribution component : components) {
      sum += component.density(number);
    }
    return sum / components.length;
  }

  /** The probability of the numbers from one to another. */
  double probability(double from, double to) {
    double sum = 0;
    for (TruncatedNormalDistribution component : components) {
      sum += component.probability(from, to);
    }
    return sum / components.length;
  }
}
