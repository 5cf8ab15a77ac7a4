package org.recsys4j.models.fit;

/**
 * Draws items that a user has no training event with, to compare those with that the user has had.
 * A draw is a function of its arguments alone, so that any thread may make it.
 *
 * @see NegativeOptions which there are
 */
public interface NegativeSampler {
  /** The answer for a user who has had every item. */
  int NONE = -1;

  /**
   * Draws one item.
   *
   * @param user a user index
   * @param key any number; derive it from seed, epoch, position and number of the draw
   * @param batch the whole batch that the item is drawn for
   * @return an item index, or {@link #NONE}
   * @throws IndexOutOfBoundsException if there is no such user
   */
  int draw(int user, long key, BatchRange batch);
}
