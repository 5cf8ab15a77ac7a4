package org.recsys4j.api.data;

import java.util.Arrays;
import java.util.Optional;

/**
 * How far a split lets models learn from the future of what they are tested on (Ji, Sun, Zhang and
 * Li, "A Critical Study on Data Leakage in Recommender System Offline Evaluation", ACM TOIS 41(3),
 * 2023). A split at a point in time has none.
 *
 * @param testEvents how many test events there are
 * @param overtaken how many of them are older than some training event, whoever's
 * @param laterShare the share of all training events that is later than a test event, in the mean
 *     over test events, from 0 to 1; a split at random has about a half
 */
public record Leakage(int testEvents, int overtaken, double laterShare) {
  /**
   * Measures a split. Sorts the training times: needs 8 bytes a training event.
   *
   * @param split the split
   * @return the figure, empty where times are not known or there is no test event
   */
  public static Optional<Leakage> of(Split split) {
    Interactions train = split.train();
    Interactions test = split.test();
    if (!train.hasTimes() || !test.hasTimes()) {
      return Optional.empty();
    }
    long[] times = new long[train.size()];
    for (int position = 0; position < times.length; position++) {
      times[position] = train.time(position);
    }
    Arrays.sort(times);
    int overtaken = 0;
    double sum = 0;
    for (int position = 0; position < test.size(); position++) {
      int later = later(times, test.time(position));
      overtaken += later > 0 ? 1 : 0;
      sum += (double) later / times.length;
    }
    return Optional.of(new Leakage(test.size(), overtaken, sum / test.size()));
  }

  /** How many of the sorted times are later than a time. */
  private static int later(long[] sorted, long time) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] <= time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return sorted.length - low;
  }

  /**
   * Whether a model can learn from the future of a test event.
   *
   * @return whether any test event is overtaken
   */
  public boolean any() {
    return overtaken > 0;
  }
}
