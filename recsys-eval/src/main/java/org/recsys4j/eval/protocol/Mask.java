package org.recsys4j.eval.protocol;

/**
 * Which items leave a user's candidates because the user had them before.
 *
 * <p>An item that the mask takes out for a user is not relevant to that user either: it cannot be
 * recommended, so it would only lower every model's numbers alike. Where people come back to the
 * same items (groceries, songs), and these returns are what is to be predicted, {@link #NONE} is
 * the right choice.
 */
public enum Mask {
  /** Items of the user's training, fold-in and validation events. */
  TRAIN_AND_VALIDATION,
  /** Items of the user's training and fold-in events. */
  TRAIN,
  /** No item: repeated consumption counts. */
  NONE
}
