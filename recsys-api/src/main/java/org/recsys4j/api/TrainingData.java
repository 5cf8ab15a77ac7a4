package org.recsys4j.api;

import java.util.Locale;
import org.recsys4j.api.data.Catalogue;
import org.recsys4j.api.data.Features;
import org.recsys4j.api.data.Interactions;

/**
 * All that a model may learn from: the training part of a split and what is known of users and
 * items beforehand. There is deliberately no way from here to validation or test events.
 *
 * @param catalogue ids and attributes of users and items; it also lists those that occur outside of
 *     the training part alone
 * @param interactions the training events
 * @param features what is known of users and items in numbers; without columns unless the
 *     experiment names features
 */
public record TrainingData(Catalogue catalogue, Interactions interactions, Features features) {
  /** Checks that all speak of the same numbers of users and items. */
  public TrainingData {
    if (interactions.users() != catalogue.users().size()
        || interactions.items() != catalogue.items().size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "interactions of %d users and %d items do not fit a catalogue of %d and %d",
              interactions.users(),
              interactions.items(),
              catalogue.users().size(),
              catalogue.items().size()));
    }
    if (features.users().rows() != interactions.users()
        || features.items().rows() != interactions.items()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "features of %d users and %d items do not fit interactions of %d and %d",
              features.users().rows(),
              features.items().rows(),
              interactions.users(),
              interactions.items()));
    }
  }

  /**
   * Training data without features.
   *
   * @param catalogue ids and attributes of users and items
   * @param interactions the training events
   */
  public TrainingData(Catalogue catalogue, Interactions interactions) {
    this(catalogue, interactions, Features.none(interactions.users(), interactions.items()));
  }

  /**
   * The same with features.
   *
   * @param others one row a user and an item
   * @return new training data
   */
  public TrainingData withFeatures(Features others) {
    return new TrainingData(catalogue, interactions, others);
  }

  /**
   * The number of users, with and without training events.
   *
   * @return number of rows
   */
  public int users() {
    return interactions.users();
  }

  /**
   * The number of items, with and without training events.
   *
   * @return number of columns
   */
  public int items() {
    return interactions.items();
  }
}
