package org.recsys4j.data.describe;

import java.util.Arrays;

/**
 * How events are shared out among users, or among items: the long tail. Those without any event do
 * not count. Immutable.
 */
public final class Activity {
  private final int[] counts; // ascending, all above 0
  private final long total;

  private Activity(int[] counts) {
    this.counts = counts;
    this.total = Arrays.stream(counts).asLongStream().sum();
  }

  /**
   * Takes counts.
   *
   * @param counts how many events each user or item has; zeros are left out
   * @return the distribution
   */
  public static Activity of(int[] counts) {
    int[] sorted = Arrays.stream(counts).filter(count -> count > 0).sorted().toArray();
    return new Activity(sorted);
  }

  /**
   * How many users or items have an event.
   *
   * @return zero or more
   */
  public int size() {
    return counts.length;
  }

  /**
   * All events.
   *
   * @return the sum of all counts
   */
  public long total() {
    return total;
  }

  /**
   * The count at a rank.
   *
   * @param rank from 0, which is that of the most active one
   * @return how many events it has
   */
  public int count(int rank) {
    return counts[counts.length - 1 - rank];
  }

  /**
   * How many events the average user or item has.
   *
   * @return total by size; NaN where there is nobody
   */
  public double mean() {
    return (double) total / counts.length;
  }

  /**
   * A quantile without interpolation: the least count that at least a share {@code p} of all does
   * not exceed (the inverse of the empirical distribution function).
   *
   * @param p from 0, for the smallest count, to 1, for the largest one
   * @return a count that occurs; 0 where there is nobody
   */
  public int quantile(double p) {
    if (counts.length == 0) {
      return 0;
    }
    int place = (int) Math.ceil(p * counts.length - 1e-9) - 1;
    return counts[Math.max(0, Math.min(counts.length - 1, place))];
  }

  /**
   * The Gini coefficient of the counts: 0 where all are equal, near 1 where one has nearly all
   * events.
   *
   * @return from 0 to 1 - 1/n; NaN where there is nobody
   */
  public double gini() {
    double weighted = 0;
    for (int i = 0; i < counts.length; i++) {
      weighted += (i + 1.0) * counts[i];
    }
    double n = counts.length;
    return 2 * weighted / (n * total) - (n + 1) / n;
  }

  /**
   * Which share of events the most active ones have.
   *
   * @param top the share of users or items, from 0 to 1; rounded up to whole ones
   * @return from 0 to 1; NaN where there is nobody
   */
  public double shareOfTop(double top) {
    int ranks = Math.min(counts.length, (int) Math.ceil(top * counts.length - 1e-9));
    long sum = 0;
    for (int rank = 0; rank < ranks; rank++) {
      sum += count(rank);
    }
    return (double) sum / total;
  }

  /**
   * How many of the most active ones it takes for a share of events.
   *
   * @param share from 0 to 1
   * @return the least such number
   */
  public int neededFor(double share) {
    double wanted = share * total - 1e-9;
    long sum = 0;
    int rank = 0;
    while (rank < counts.length && sum < wanted) {
      sum += count(rank++);
    }
    return rank;
  }

  /**
   * How many have a number of events between bounds.
   *
   * @param min the least
   * @param max the most
   * @return zero or more
   */
  public int between(int min, int max) {
    return max < min ? 0 : firstAbove(max) - firstAbove(min - 1);
  }

  private int firstAbove(int count) {
    int low = 0;
    int high = counts.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (counts[middle] > count) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
