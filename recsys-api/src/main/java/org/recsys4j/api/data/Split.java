package org.recsys4j.api.data;

import java.util.Optional;
import java.util.function.IntFunction;
import org.recsys4j.api.TrainingData;

/**
 * The parts of one data set, over the same users and items. No event is in two of them. Where the
 * test part is evaluated on less than all items, the lists of these are part of the split: drawn
 * once, saved with it, the same for all models.
 *
 * <p>Most splits have three parts. Where users are held out as a whole (strong generalisation:
 * Marlin, "Collaborative Filtering: A Machine Learning Perspective", 2004; Liang et al.,
 * "Variational Autoencoders for Collaborative Filtering", WWW 2018), or sessions are, there is a
 * fourth one: the fold-in events are known when their user is scored, for validation and test
 * alike, but nobody learns from them. A user who has some has events in the validation part or in
 * the test part, not in both: what is known for the one would give the other away.
 *
 * @param catalogue ids and attributes
 * @param train what models learn from
 * @param validation what early stopping and tuning look at; may be empty
 * @param test what the final numbers are computed on
 * @param foldIn what is known besides when users are scored; empty in most splits
 * @param candidates the items to rank for each user of the test part; empty where all items are
 */
public record Split(
    Catalogue catalogue,
    Interactions train,
    Interactions validation,
    Interactions test,
    Interactions foldIn,
    Optional<CandidateLists> candidates) {

  /**
   * A split of three parts whose users are all evaluated on all items.
   *
   * @param catalogue ids and attributes
   * @param train what models learn from
   * @param validation what early stopping and tuning look at; may be empty
   * @param test what the final numbers are computed on
   */
  public Split(
      Catalogue catalogue, Interactions train, Interactions validation, Interactions test) {
    this(
        catalogue,
        train,
        validation,
        test,
        Interactions.none(train.users(), train.items()),
        Optional.empty());
  }

  /** Where an event goes. */
  public enum Part {
    /** Models learn from it. */
    TRAIN,
    /** Early stopping and tuning look at it. */
    VALIDATION,
    /** The final numbers are computed on it. */
    TEST,
    /** It is known when its user is scored, but nobody learns from it. */
    FOLD_IN,
    /** It is left out. */
    NONE
  }

  /**
   * Splits by a part for each event, so that no event is lost or used twice.
   *
   * @param dataset the events
   * @param partOf part of the event at a position of {@code dataset.interactions()}
   * @return the split
   */
  public static Split assign(Dataset dataset, IntFunction<Part> partOf) {
    Interactions all = dataset.interactions();
    Part[] parts = new Part[all.size()];
    for (int position = 0; position < parts.length; position++) {
      parts[position] = partOf.apply(position);
    }
    return new Split(
        dataset.catalogue(),
        all.filter(position -> parts[position] == Part.TRAIN),
        all.filter(position -> parts[position] == Part.VALIDATION),
        all.filter(position -> parts[position] == Part.TEST),
        all.filter(position -> parts[position] == Part.FOLD_IN),
        Optional.empty());
  }

  /**
   * The same parts with other candidates.
   *
   * @param lists the items to rank for each user of the test part; empty for all items
   * @return a new split
   * @throws IllegalArgumentException if the lists are of other users and items
   */
  public Split withCandidates(Optional<CandidateLists> lists) {
    if (lists.isPresent()
        && (lists.get().users() != train.users() || lists.get().items() != train.items())) {
      throw new IllegalArgumentException("the candidates are of other users and items");
    }
    return new Split(catalogue, train, validation, test, foldIn, lists);
  }

  /**
   * Whether models meet a user at scoring for the first time: with fold-in events, but without
   * training event. Such a user is a {@link org.recsys4j.api.UserBatch#NEW_USER} to them.
   *
   * @param user a user index
   * @return whether the user is known by fold-in events alone
   */
  public boolean isFoldedIn(int user) {
    return foldIn.count(user) > 0 && train.count(user) == 0;
  }

  /**
   * What models get to see: no fold-in event is among it.
   *
   * @return the training part and the catalogue
   */
  public TrainingData trainingData() {
    return new TrainingData(catalogue, train);
  }
}
