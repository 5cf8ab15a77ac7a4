package org.recsys4j.eval.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** How p values are corrected for the number of tests. Values that are NaN count as no test. */
public enum Correction {
  /**
   * Controls the probability of any false discovery, whatever the dependence between the tests: the
   * i-th smallest of m values becomes the largest of {@code (m - j + 1) p(j)} for {@code j <= i},
   * at most 1 (S. Holm, "A simple sequentially rejective multiple test procedure", Scandinavian
   * Journal of Statistics 6, 1979).
   */
  HOLM {
    @Override
    void correct(double[] ascending) {
      double largest = 0;
      for (int i = 0; i < ascending.length; i++) {
        largest = Math.max(largest, (ascending.length - i) * ascending[i]);
        ascending[i] = Math.min(1, largest);
      }
    }
  },
  /**
   * Controls the expected share of false ones among the discoveries, for independent or positively
   * dependent tests: the i-th smallest of m values becomes the smallest of {@code m p(j) / j} for
   * {@code j >= i}, at most 1 (Y. Benjamini, Y. Hochberg, "Controlling the false discovery rate",
   * Journal of the Royal Statistical Society B 57, 1995).
   */
  BENJAMINI_HOCHBERG {
    @Override
    void correct(double[] ascending) {
      double smallest = 1;
      for (int i = ascending.length - 1; i >= 0; i--) {
        smallest = Math.min(smallest, ascending.length * ascending[i] / (i + 1));
        ascending[i] = smallest;
      }
    }
  };

  /** Corrects values in place. */
  abstract void correct(double[] ascending);

  /**
   * Corrects p values.
   *
   * @param p values of one family of tests
   * @return the corrected values, in the same order; NaN where the value was NaN
   * @throws IllegalArgumentException if a value is not in 0 to 1
   */
  public double[] of(double... p) {
    for (double value : p) {
      if (value < 0 || value > 1) {
        throw new IllegalArgumentException("a p value of " + value);
      }
    }
    int[] order =
        IntStream.range(0, p.length)
            .filter(i -> !Double.isNaN(p[i]))
            .boxed()
            .sorted(Comparator.comparingDouble(i -> p[i]))
            .mapToInt(i -> i)
            .toArray();
    double[] ascending = Arrays.stream(order).mapToDouble(i -> p[i]).toArray();
    correct(ascending);
    double[] corrected = p.clone();
    for (int i = 0; i < order.length; i++) {
      corrected[order[i]] = ascending[i];
    }
    return corrected;
  }
}
