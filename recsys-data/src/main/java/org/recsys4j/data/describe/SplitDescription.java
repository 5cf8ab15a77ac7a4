package org.recsys4j.data.describe;

import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.Split;

/**
 * What a split leaves to learn from: a user or item is cold if it has a test event but no training
 * event.
 *
 * @param train how many training events there are
 * @param validation how many validation events
 * @param test how many test events
 * @param testUsers how many users have a test event
 * @param coldUsers how many of these are cold
 * @param testItems how many items have a test event
 * @param coldItems how many of these are cold
 * @param coldEvents how many test events are of a cold user or a cold item
 */
public record SplitDescription(
    int train,
    int validation,
    int test,
    int testUsers,
    int coldUsers,
    int testItems,
    int coldItems,
    int coldEvents) {

  /**
   * Compares test part and training part.
   *
   * @param split the parts
   * @return the counts
   */
  public static SplitDescription of(Split split) {
    Interactions train = split.train();
    Interactions test = split.test();
    int[] trained = train.itemCounts();
    int[] tested = test.itemCounts();
    int testItems = 0;
    int coldItems = 0;
    for (int item = 0; item < tested.length; item++) {
      testItems += tested[item] > 0 ? 1 : 0;
      coldItems += tested[item] > 0 && trained[item] == 0 ? 1 : 0;
    }
    int testUsers = 0;
    int coldUsers = 0;
    int coldEvents = 0;
    for (int user = 0; user < test.users(); user++) {
      boolean cold = train.count(user) == 0;
      testUsers += test.count(user) > 0 ? 1 : 0;
      coldUsers += test.count(user) > 0 && cold ? 1 : 0;
      for (int position = test.start(user); position < test.end(user); position++) {
        coldEvents += cold || trained[test.item(position)] == 0 ? 1 : 0;
      }
    }
    return new SplitDescription(
        train.size(),
        split.validation().size(),
        test.size(),
        testUsers,
        coldUsers,
        testItems,
        coldItems,
        coldEvents);
  }

  /**
   * The share of test events of a cold user or a cold item.
   *
   * @return from 0 to 1; NaN without a test event
   */
  public double coldShare() {
    return (double) coldEvents / test;
  }
}
