package org.recsys4j.api.data;

/**
 * What models are told of users and items in numbers, fitted on the training part alone.
 *
 * @param users one row a user index
 * @param items one row an item index
 */
public record Features(FeatureMatrix users, FeatureMatrix items) {
  /**
   * No features.
   *
   * @param users number of users
   * @param items number of items
   * @return two matrices without columns
   */
  public static Features none(int users, int items) {
    return new Features(FeatureMatrix.none(users), FeatureMatrix.none(items));
  }
}
