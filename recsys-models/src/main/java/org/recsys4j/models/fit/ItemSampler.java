package org.recsys4j.models.fit;

import org.recsys4j.api.random.SeedTree;

/**
 * Draws items with probabilities that grow as a power of how often they occur: 0 is uniform, 1 as
 * frequent as in the data. By the alias method (Walker 1977), one look-up a draw; a draw depends on
 * its key alone. Immutable; holds 12 bytes an item.
 */
public final class ItemSampler {
  private final float[] own; // the share of a cell that is its own item's
  private final int[] alias; // whose the rest is
  private final float[] logProbabilities;

  /**
   * A sampler.
   *
   * @param counts how often each item occurs; at least one item
   * @param alpha the power, 0 or more; where it is above 0, items that do not occur are not drawn
   */
  public ItemSampler(int[] counts, double alpha) {
    int n = counts.length;
    double[] weights = new double[n];
    double sum = 0;
    for (int i = 0; i < n; i++) {
      weights[i] = weight(counts[i], alpha);
      sum += weights[i];
    }
    own = new float[n];
    alias = new int[n];
    logProbabilities = new float[n];
    for (int i = 0; i < n; i++) {
      double probability = sum > 0 ? weights[i] / sum : 1.0 / n; // nothing occurs at all
      logProbabilities[i] = (float) Math.log(Math.max(probability, Double.MIN_NORMAL));
      weights[i] = probability * n;
    }
    fill(weights);
  }

  /** What an item's probability is in proportion to. */
  static double weight(int count, double alpha) {
    return alpha == 0 ? 1 : Math.pow(count, alpha);
  }

  /** Gives each cell that is less than full the rest of one that is more. */
  private void fill(double[] weights) {
    int n = weights.length;
    int[] order = new int[n];
    int small = 0;
    int large = n;
    for (int i = 0; i < n; i++) {
      if (weights[i] < 1) {
        order[small++] = i;
      } else {
        order[--large] = i;
      }
    }
    int poor = 0;
    int rich = n - 1;
    for (int cell = 0; cell < n; cell++) {
      own[cell] = 1;
      alias[cell] = cell;
    }
    while (poor < rich && weights[order[poor]] < 1 && weights[order[rich]] >= 1) {
      int from = order[rich];
      int to = order[poor++];
      own[to] = (float) weights[to];
      alias[to] = from;
      weights[from] -= 1 - weights[to];
      if (weights[from] < 1) {
        rich--;
        order[--poor] = from;
      }
    }
    for (; poor < n; poor++) { // what rounding has left over is full, or empty
      if (weights[order[poor]] == 0) {
        own[order[poor]] = 0;
        alias[order[poor]] = order[n - 1];
      }
    }
  }

  /**
   * Draws one item.
   *
   * @param key any number; equal keys give equal draws
   * @return an item index
   */
  public int draw(long key) {
    long random = SeedTree.mix(key);
    int cell = (int) (((random >>> 32) * own.length) >>> 32);
    float share = (random & 0xffffff) * 0x1p-24f;
    return share < own[cell] ? cell : alias[cell];
  }

  /**
   * How likely an item is drawn.
   *
   * @param item an item index
   * @return the natural logarithm of its probability; -708 where it is never drawn
   */
  public float logProbability(int item) {
    return logProbabilities[item];
  }
}
