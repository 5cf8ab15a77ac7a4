package org.recsys4j.api;

/**
 * What a metric has to be told beside a user's list and the groups of equal scores. A metric names
 * its needs in {@link Metric#needs()}; evaluation gathers what some metric of the run needs, and
 * nothing else.
 */
public enum MetricNeed {
  /** How many users had each item in training: {@link EvaluationContext#popularity}. */
  POPULARITY,
  /** What models learned from: {@link EvaluationContext#training}. */
  TRAINING,
  /** What scoring sees of each user: {@link EvaluationContext#histories}. */
  HISTORIES,
  /** What is known of items: {@link EvaluationContext#catalogue}. Fails where nothing is. */
  ITEM_ATTRIBUTES,
  /** What is known of users: {@link EvaluationContext#catalogue}. Fails where nothing is. */
  USER_ATTRIBUTES,
  /**
   * The held-out events, with their values and what else was logged with them, such as
   * propensities: {@link EvaluationContext#heldOut}.
   */
  HELD_OUT,
  /** Which candidates a user is not offered: {@link EvaluationContext#forEachExcluded}. */
  EXCLUSIONS,
  /** The relevant items of a user and their places in the list: {@link RelevantItems}. */
  RELEVANT_ITEMS,
  /** {@link #RELEVANT_ITEMS}, and the value of each: {@link RelevantItems#value}. */
  VALUES,
  /** {@link #RELEVANT_ITEMS}, and what the model predicts: {@link RelevantItems#score}. */
  SCORES,
  /**
   * {@link #RELEVANT_ITEMS}, and the places of all of them among all candidates, the list's and the
   * others. Costs a pass over the user's scores.
   */
  FULL_RANKS
}
