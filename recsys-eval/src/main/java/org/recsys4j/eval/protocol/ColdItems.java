package org.recsys4j.eval.protocol;

/** What happens to cold items, which have no event in the training part. */
public enum ColdItems {
  /**
   * They stand behind all other candidates, as one group of equal scores, whatever their scores
   * are. Held-out events with them count, so models that cannot know an item pay for it.
   */
  RANK_LAST,
  /** They are no candidates, and held-out events with them are left out. */
  REMOVE,
  /** They are ranked by their scores, for models that score items from attributes. */
  SCORE
}
