package org.recsys4j.eval.statistics;

import java.util.Arrays;
import org.recsys4j.api.random.SeedTree;

/**
 * The means of columns of numbers under random weights of their rows: the core of all resampling.
 *
 * <p>A bootstrap resample weighs each user by how often it was drawn; the randomisation test weighs
 * each by +1 or -1. Both means are linear in the numbers, so that weights drawn once serve all
 * columns, and the resampled mean of a difference is the difference of the resampled means: m
 * models cost m columns, not one for each pair.
 *
 * <p>Each draw has a seed of its own, and each sum one order of addition, so the result depends on
 * neither the number of threads nor the other columns. It holds 8 bytes for each draw and column,
 * and meanwhile 20 bytes a row for each thread.
 */
final class WeightedMeans {
  private static final int DRAWS_OF_SHARD = 64;
  private static final int BITS = 64;
  private static final long LOW = 0xffffffffL;

  private final double[][] columns;
  private final int rows;
  private final Resampling how;

  /** How rows are weighed. */
  private enum Weights {
    COUNTS {
      @Override
      void draw(SplitMix random, int[] counts, double[] weights) {
        int rows = weights.length;
        Arrays.fill(counts, 0);
        for (int i = 0; i < rows; i += 2) {
          long bits = random.next();
          counts[random.below(rows, bits >>> 32)]++;
          if (i + 1 < rows) {
            counts[random.below(rows, bits & LOW)]++;
          }
        }
        for (int i = 0; i < rows; i++) {
          weights[i] = counts[i];
        }
      }
    },
    SIGNS {
      @Override
      void draw(SplitMix random, int[] counts, double[] weights) {
        for (int first = 0; first < weights.length; first += BITS) {
          long bits = random.next();
          int end = Math.min(weights.length, first + BITS);
          for (int i = first; i < end; i++) {
            weights[i] = 1 - 2 * (bits & 1);
            bits >>>= 1;
          }
        }
      }
    };

    abstract void draw(SplitMix random, int[] counts, double[] weights);
  }

  /** SplitMix64: a third of the time of drawing through SplittableRandom, which divides. */
  private static final class SplitMix {
    private static final long STEP = 0x9e3779b97f4a7c15L;

    private long state;

    SplitMix(long seed) {
      state = seed;
    }

    long next() {
      state += STEP;
      return SeedTree.mix(state);
    }

    /**
     * Uniform in 0 to n - 1, by 32 random bits, and by more where they would favour some (D.
     * Lemire, "Fast random integer generation in an interval", ACM Transactions on Modeling and
     * Computer Simulation 29, 2019).
     */
    int below(int n, long bits) {
      long product = bits * n;
      if ((product & LOW) < n) {
        long threshold = (1L << 32) % n;
        while ((product & LOW) < threshold) {
          product = (next() >>> 32) * n;
        }
      }
      return (int) (product >>> 32);
    }
  }

  /**
   * Columns of equal length, without NaN.
   *
   * @param columns one a model
   */
  WeightedMeans(double[][] columns, Resampling how) {
    this.columns = columns;
    this.rows = columns[0].length;
    this.how = how;
  }

  /** For each column, its mean in each bootstrap resample of the rows. */
  double[][] bootstrap() {
    return draw(Weights.COUNTS, new SeedTree(how.seed()).child("bootstrap"));
  }

  /** For each column, its mean after each random choice of signs of the rows. */
  double[][] signFlips() {
    return draw(Weights.SIGNS, new SeedTree(how.seed()).child("signs"));
  }

  private double[][] draw(Weights weights, SeedTree seeds) {
    double[][] means = new double[columns.length][how.draws()];
    int shards = (how.draws() + DRAWS_OF_SHARD - 1) / DRAWS_OF_SHARD;
    how.workers()
        .run(
            shards,
            shard -> {
              int first = shard * DRAWS_OF_SHARD;
              int end = Math.min(how.draws(), first + DRAWS_OF_SHARD);
              int[] counts = new int[rows];
              double[] one = new double[rows];
              double[] two = new double[rows];
              for (int draw = first; draw < end; draw += 2) {
                weights.draw(new SplitMix(seeds.child("draw", draw).seed()), counts, one);
                weights.draw(new SplitMix(seeds.child("draw", draw + 1).seed()), counts, two);
                sums(one, two, draw, means);
              }
            });
    return means;
  }

  /** Two draws of four columns at a time: eight sums that do not wait for one another. */
  private void sums(double[] one, double[] two, int draw, double[][] means) {
    for (int first = 0; first < columns.length; first += 4) {
      int last = columns.length - 1;
      double[] a = columns[first];
      double[] b = columns[Math.min(first + 1, last)];
      double[] c = columns[Math.min(first + 2, last)];
      double[] d = columns[Math.min(first + 3, last)];
      double a1 = 0;
      double b1 = 0;
      double c1 = 0;
      double d1 = 0;
      double a2 = 0;
      double b2 = 0;
      double c2 = 0;
      double d2 = 0;
      for (int i = 0; i < one.length; i++) {
        double w1 = one[i];
        double w2 = two[i];
        a1 += w1 * a[i];
        b1 += w1 * b[i];
        c1 += w1 * c[i];
        d1 += w1 * d[i];
        a2 += w2 * a[i];
        b2 += w2 * b[i];
        c2 += w2 * c[i];
        d2 += w2 * d[i];
      }
      double[] firstSums = {a1, b1, c1, d1};
      double[] secondSums = {a2, b2, c2, d2};
      for (int k = 0; k < 4 && first + k <= last; k++) {
        means[first + k][draw] = firstSums[k] / rows;
        if (draw + 1 < how.draws()) {
          means[first + k][draw + 1] = secondSums[k] / rows;
        }
      }
    }
  }
}
