package org.recsys4j.models.fit;

import org.recsys4j.api.random.SeedTree;
import org.recsys4j.models.sparse.SparseMatrix;

/**
 * Draws items that a user has not had with probabilities in proportion to a power of how many users
 * have had them.
 *
 * <p>Items are drawn from all by {@link ItemSampler} until the user has not had one. After {@value
 * #TRIES} tries, which a user with the most popular items may need, the exact way: the weights of
 * the items between the user's own, of which sums are kept, are walked through, which costs as much
 * as the user has items. Either way an item is as likely as its share of the weights of all that
 * the user has not had. Where none of these occurs, they are equally likely.
 *
 * <p>Immutable; holds 20 bytes an item beside what {@link UniformNegatives} holds.
 */
final class PopularityNegatives implements NegativeSampler {
  private static final int TRIES = 8;

  private final int[] starts;
  private final int[] owned; // each user's distinct items in ascending order
  private final ItemSampler sampler;
  private final double[] weightBelow; // the sum of the weights of all items below an item
  private final UniformNegatives uniform;

  /**
   * A sampler.
   *
   * @param train which user had which item
   * @param alpha the power, 0 or more
   * @param uniform for the same users and items
   */
  PopularityNegatives(SparseMatrix train, double alpha, UniformNegatives uniform) {
    this.starts = train.starts();
    this.owned = train.columnOf();
    this.uniform = uniform;
    int items = train.columns();
    int[] counts = new int[items];
    for (int cell = 0; cell < train.cells(); cell++) {
      counts[owned[cell]]++;
    }
    sampler = new ItemSampler(counts, alpha);
    weightBelow = new double[items + 1];
    for (int item = 0; item < items; item++) {
      weightBelow[item + 1] = weightBelow[item] + ItemSampler.weight(counts[item], alpha);
    }
  }

  @Override
  public int draw(int user, long key, BatchRange batch) {
    long random = key;
    for (int i = 0; i < TRIES; i++) {
      int item = sampler.draw(random);
      if (!uniform.isPositive(user, item)) {
        return item;
      }
      random = SeedTree.mix(random);
    }
    random = SeedTree.mix(random); // the one before has led to the last try
    double left = 0;
    for (int gap = starts[user]; gap <= starts[user + 1]; gap++) {
      left += weight(user, gap);
    }
    return left > 0 ? byWeight(user, (random >>> 11) * 0x1p-53 * left) : uniform.draw(user, random);
  }

  /** The first item behind the own one before a gap; gaps are numbered by the own one behind. */
  private int first(int user, int gap) {
    return gap == starts[user] ? 0 : owned[gap - 1] + 1;
  }

  /** The own item behind a gap, or the number of items. */
  private int end(int user, int gap) {
    return gap == starts[user + 1] ? weightBelow.length - 1 : owned[gap];
  }

  private double weight(int user, int gap) {
    return weightBelow[end(user, gap)] - weightBelow[first(user, gap)];
  }

  /** The item where the weights of all that the user has not had reach a sum. */
  private int byWeight(int user, double sum) {
    int gap = starts[user];
    int found = gap;
    double rest = sum;
    for (; gap <= starts[user + 1]; gap++) {
      double weight = weight(user, gap);
      if (weight > 0) {
        found = gap;
        if (rest < weight) {
          break;
        }
        rest -= weight; // beyond the last gap, by rounding alone, its last item is meant
      }
    }
    return search(first(user, found), end(user, found) - 1, rest);
  }

  /** The first item, from low to high, up to which the weights from low on exceed a sum. */
  private int search(int from, int to, double sum) {
    int low = from;
    int high = to;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (weightBelow[middle + 1] - weightBelow[from] > sum) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    while (low > from && weightBelow[low + 1] == weightBelow[low]) {
      low--; // rounding may lead behind the last one that occurs
    }
    return low;
  }
}
